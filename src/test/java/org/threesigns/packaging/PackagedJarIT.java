package org.threesigns.packaging;

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
}
