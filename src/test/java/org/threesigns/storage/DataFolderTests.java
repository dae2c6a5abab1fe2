package org.threesigns.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

/** With PostgreSQL the data folder holds exports only, so the site starts without it, and says what will not work. */
@ExtendWith(OutputCaptureExtension.class)
class DataFolderTests {

    @TempDir
    private Path folder;

    @Test
    void saysWithPostgresThatExportsWillFail(CapturedOutput output) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        start(file.resolve("data"));

        assertThat(output).contains("Exports of responses will fail: the folder ", "/file/data cannot be written.");
    }

    @Test
    void saysNothingOfAFolderThatCanBeMade(CapturedOutput output) {
        start(folder.resolve("data"));

        assertThat(output).doesNotContain("Exports of responses");
    }

    private static void start(Path data) {
        try (var context = new GenericApplicationContext()) {
            context.setEnvironment(new MockEnvironment()
                    .withProperty("three-signs.data", data.toString())
                    .withProperty("spring.datasource.url", "jdbc:postgresql://localhost/three_signs"));
            new DataFolder().initialize(context);
        }
    }
}
