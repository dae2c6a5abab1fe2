package org.threesigns.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Files to import. */
final class ResponseFiles {

    private static final String HEADER =
            "month,A1,D7,C1,D3,A7,C3,D1,A2,C2,A3,D4,C8,D2,C4,A4,D5,C7,A8,D6,A5,C5,A6,C6,D8,T1,T2,T3\n";
    private static final int QUESTIONS = 27;

    private ResponseFiles() {}

    static Path write(Path folder, int rows) throws IOException {
        var random = new Random(28);
        var text = new StringBuilder(HEADER);
        for (int row = 0; row < rows; row++) {
            text.append("2025-01");
            random.ints(QUESTIONS, 1, 6).forEach(answer -> text.append(',').append(answer));
            text.append('\n');
        }
        return Files.writeString(folder.resolve("responses.csv"), text);
    }
}
