package org.threesigns.instrument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** Everything that can be wrong in the files of the tiny instrument, one thing at a time. */
final class Flaws {

    private static final Path FILE = Path.of("src/test/resources/authoring/flaws.yaml");

    private Flaws() {}

    static Stream<Flaw> all() {
        try (var in = Files.newBufferedReader(FILE)) {
            List<Map<String, String>> rows = new Yaml().load(in);
            return Stream.concat(rows.stream().map(Flaws::flaw), Stream.of(tooManyItems(), tooManyScales()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Flaw flaw(Map<String, String> row) {
        return new Flaw(
                cell(row, "what"),
                cell(row, "in"),
                cell(row, "replace"),
                cell(row, "by"),
                cell(row, "at"),
                cell(row, "problem"),
                cell(row, "remedy"),
                row.containsKey("schema"));
    }

    private static String cell(Map<String, String> row, String key) {
        return Objects.requireNonNull(row.get(key), () -> "No '%s' in %s".formatted(key, row));
    }

    private static Flaw tooManyItems() {
        return new Flaw(
                "401 items",
                InstrumentFiles.STRUCTURE,
                "parts:\n",
                IntStream.rangeClosed(6, 401)
                                .mapToObj("  - {id: i%d, scale: calm, claim: first}\n"::formatted)
                                .collect(Collectors.joining())
                        + "parts:\n",
                "id: a1, scale",
                "There are 401 items.",
                "Give 1 to 400.",
                true);
    }

    private static Flaw tooManyScales() {
        return new Flaw(
                "41 scales",
                InstrumentFiles.STRUCTURE,
                "lead: {",
                IntStream.rangeClosed(3, 41)
                                .mapToObj("  - {id: s%d}\n"::formatted)
                                .collect(Collectors.joining()) + "lead: {",
                "  - id: calm",
                "There are 41 scales.",
                "Give 1 to 40, or leave 'scales' out.",
                true);
    }
}
