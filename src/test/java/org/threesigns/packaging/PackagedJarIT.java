package org.threesigns.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that a host gets, started as a host starts it: without any setting. */
class PackagedJarIT {

    private static final int ENDED_BY_SIGTERM = 143;

    @Test
    void startsWithoutAnySettingAnswersAndEndsWhenAsked(@TempDir Path folder) {
        List<String> command =
                List.of(Java.command(), "-jar", Java.packagedJar().toString());
        try (RunningApplication application = RunningApplication.start(folder, command, Map.of())) {
            assertThat(application.get("/").statusCode()).isEqualTo(200);
            assertThat(application.get("/actuator/health").body()).contains("\"status\":\"UP\"");
            assertThat(folder.resolve("data/three-signs.mv.db")).exists();
            assertThat(application.stop()).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(application.output()).doesNotContain("Exception");
            application
                    .output()
                    .lines()
                    .filter(line -> line.contains("Started "))
                    .forEach(System.out::println);
        }
    }

    @Test
    void recoveryNeedsTheDatabaseFileForItselfAndSaysSo(@TempDir Path folder) throws Exception {
        List<String> recovery = Java.application("--three-signs.recover=ada");
        try (RunningApplication application = RunningApplication.start(folder, Java.application(), Map.of())) {
            assertThat(outputOf(recovery, folder))
                    .contains("Another process has the database file open", "Stop the other process", "ended with 1");
            application.stop();
        }

        assertThat(outputOf(recovery, folder))
                .contains("There is no account in this database", "ended with 1")
                .doesNotContain("Tomcat");
    }

    private static String outputOf(List<String> command, Path folder) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return output + "ended with " + process.waitFor();
    }
}
