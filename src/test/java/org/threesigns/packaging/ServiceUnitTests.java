package org.threesigns.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The systemd unit that hosts copy. */
class ServiceUnitTests {

    private static final Path UNIT = Path.of("docs/three-signs.service");
    private static final Path SYSTEMD = Path.of("/usr/bin/systemd-analyze");

    /** What systemd itself calls exposed begins at 5, of 10. */
    private static final int MOST_EXPOSED_IN_TENTHS = 20;

    @Test
    void systemdFindsNothingWrongWithIt() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(SYSTEMD), "There is no systemd-analyze on this machine.");

        Process verdict = new ProcessBuilder(
                        SYSTEMD.toString(),
                        "security",
                        "--offline=true",
                        "--threshold=" + MOST_EXPOSED_IN_TENTHS,
                        UNIT.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(verdict.getInputStream().readAllBytes(), UTF_8);

        assertThat(verdict.waitFor()).as(said).isZero();
        assertThat(said).doesNotContain("Unknown", "Failed to parse", "ignoring");
    }
}
