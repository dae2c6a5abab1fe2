package org.threesigns.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threesigns.ThreeSignsApplication;

/** Commands as an operator gives them, each in a process of its own. */
class OperatorCommandTests {

    @TempDir
    private Path folder;

    @Test
    void importsAFileRefusesItTheSecondTimeAndCountsAgain() throws Exception {
        String header = "month,A1,D7,C1,D3,A7,C3,D1,A2,C2,A3,D4,C8,D2,C4,A4,D5,C7,A8,D6,A5,C5,A6,C6,D8,T1,T2,T3\n";
        Path file = folder.resolve("responses.csv");
        Files.writeString(file, header + ("2025-01" + ",1,2,3".repeat(9) + "\n").repeat(12));
        String option = "--three-signs.import.file=" + file;

        assertThat(run("--three-signs.command=import", option))
                .isEqualTo(0)
                .satisfies(
                        code -> assertThat(said()).contains("Imported 12 results of three-signs version 1; 0 lines"));
        assertThat(run("--three-signs.command=import", option)).isEqualTo(1);
        assertThat(said()).contains("this file was imported before");
        assertThat(run("--three-signs.command=recount")).isEqualTo(0);
        assertThat(said()).contains("all 1 groups of results agree");
    }

    @Test
    void saysWhichCommandsThereAre() throws Exception {
        assertThat(run("--three-signs.command=dance")).isEqualTo(1);
        assertThat(said()).contains("no command 'dance'", "[import, recount]");
    }

    private int run(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ThreeSignsApplication.class.getName(),
                "--three-signs.data=" + folder.resolve("data")));
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start()
                .waitFor();
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("said"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
