package org.threesigns.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** What our script for R makes of our rows, beside our own figures of the same results. */
final class FiguresInR {

    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-]+_responses\\.csv");
    private static final double EXACT = 1e-9;

    /** R stops looking for the best factor sooner than we do. */
    private static final double FITTED = 1e-5;

    private final Map<String, CsvRecord> figures = new HashMap<>();

    FiguresInR(Path folder, String script, String responses) throws IOException, InterruptedException {
        Files.writeString(folder.resolve(file(script)), responses);
        Files.writeString(
                folder.resolve("responses.R"),
                script + "write.csv(figures, \"figures.csv\", row.names = FALSE, na = \"\")\n");
        Program.run(folder, "Rscript", "responses.R");
        assertThat(folder.resolve(file(script).replace(".csv", "_figures.pdf"))).isNotEmptyFile();
        CsvReader.builder()
                .ofCsvRecord(Files.readString(folder.resolve("figures.csv")))
                .forEach(row -> figures.put(key(row), row));
    }

    /** The name of the file that a script reads. */
    static String file(String script) {
        return FILE.matcher(script).results().findFirst().orElseThrow().group();
    }

    /** R has every figure of ours, with the same n and the same value, if all results are rows. */
    void agreeWith(String aggregates) {
        assertThat(CsvReader.builder().ofCsvRecord(aggregates).stream()
                        .skip(1)
                        .filter(ours -> !ours.getField(4).isEmpty())
                        .filter(ours -> !ours.getField(2).equals("exported_rows")))
                .isNotEmpty()
                .allSatisfy(ours -> {
                    CsvRecord theirs = Objects.requireNonNull(figures.get(key(ours)), key(ours));
                    assertThat(theirs.getField(3)).as("n of " + key(ours)).isEqualTo(ours.getField(3));
                    assertThat(Double.parseDouble(theirs.getField(4)))
                            .as(key(ours))
                            .isCloseTo(
                                    Double.parseDouble(ours.getField(4)),
                                    within(ours.getField(2).startsWith("omega") ? FITTED : EXACT));
                });
    }

    private static String key(CsvRecord row) {
        return String.join(" ", row.getFields().subList(0, 3));
    }
}
