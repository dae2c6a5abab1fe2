package org.threesigns.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that a host gets, started as a host starts it: without any setting. */
class PackagedJarIT {

    private static final int ENDED_BY_SIGTERM = 143;

    @Test
    void startsWithoutAnySettingAnswersAndEndsWhenAsked(@TempDir Path folder) {
        List<String> command =
                List.of(Java.command(), "-jar", Java.packagedJar().toString());
        Map<String, String> quickly = Map.of("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        try (RunningApplication application = RunningApplication.start(folder, command, quickly)) {
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
    @Tag("once")
    void nobodyElseOpensTheDatabaseFileMeanwhile(@TempDir Path folder) throws Exception {
        List<String> recovery = Java.application("--three-signs.recover=ada");
        try (RunningApplication application = RunningApplication.start(folder, Java.application(), Map.of())) {
            for (List<String> second : List.of(Java.application("--server.port=0"), recovery)) {
                Ended ended = run(second, folder);
                assertThat(ended.exitCode()).isEqualTo(1);
                assertThat(ended.output())
                        .contains("Another process has the database file open", "three-signs.mv.db")
                        .contains("Stop the other process", "three-signs.data", "spring.profiles.active=postgresql")
                        .doesNotContain("\tat ");
            }
            assertThat(application.get("/readyz").statusCode()).isEqualTo(200);
            application.stop();
        }

        Ended alone = run(recovery, folder);
        assertThat(alone.exitCode()).isEqualTo(2);
        assertThat(alone.output())
                .contains("There is no account in this database")
                .doesNotContain("Tomcat");
    }

    @Test
    @Tag("once")
    void aStartThatFailsLateSaysWhyInSixLinesAtMost(@TempDir Path folder) throws Exception {
        Ended failed = run(Java.application("--three-signs.languages=tlh", "--server.port=0"), folder);

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.output()).contains("in which the site has no words");
        assertThat(failed.output().lines().count()).isLessThanOrEqualTo(6);
    }

    @Test
    @Tag("once")
    void helpAndVersionAreAnsweredWithoutAStart(@TempDir Path folder) throws Exception {
        Ended version = run(Java.application("--version"), folder);
        Ended help = run(Java.application("--help"), folder);

        assertThat(version.exitCode()).isZero();
        assertThat(version.output()).matches("Three Signs \\d+\\.\\d+\\.\\d+\\S*\\R");
        assertThat(help.exitCode()).isZero();
        assertThat(help.output()).contains("--three-signs.command=import", "--three-signs.data=FOLDER");
        assertThat(run(Java.application("--three-signs.command=help"), folder)).isEqualTo(help);
        Ended unknown = run(Java.application("--three-signs.command=dance"), folder);
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.output()).contains("no command 'dance'");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @Tag("once")
    void startupEndsWithWhatAHostNeedsNext(@TempDir Path folder) {
        List<String> command = Java.application("--three-signs.data=draft", "--server.servlet.context-path=/signs");
        try (RunningApplication application = RunningApplication.start(folder, command, Map.of())) {
            assertThat(folder.resolve("draft/three-signs.mv.db")).exists();
            String site = "http://localhost:" + application.port() + "/signs";
            assertThat(application.output().lines().toList().stream()
                            .dropWhile(line -> !line.contains("Started "))
                            .skip(1)
                            .map(String::strip))
                    .satisfiesExactly(
                            line -> assertThat(line).isEqualTo("Site: " + site + "/"),
                            line -> assertThat(line)
                                    .startsWith("Administrators: " + site + "/admin/set-up, with the set-up code "),
                            line -> assertThat(line)
                                    .isEqualTo("Data folder: "
                                            + folder.resolve("draft").toAbsolutePath()),
                            line -> assertThat(line).startsWith("To stop: press Ctrl+C"));
            application.stop();
        }
    }

    private static Ended run(List<String> command, Path folder) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Ended(process.waitFor(), output);
        } finally {
            process.destroyForcibly();
        }
    }

    private record Ended(int exitCode, String output) {}
}
