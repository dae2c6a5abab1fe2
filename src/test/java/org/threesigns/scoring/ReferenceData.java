package org.threesigns.scoring;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.TestInstruments;

/** The 20,000 simulated respondents in {@code reference/sim24}. */
public final class ReferenceData {

    private ReferenceData() {}

    /** Their responses, in the order of the file, by response id. */
    public static Map<String, Responses> responses() {
        Instrument instrument = TestInstruments.sim24();
        var responses = new LinkedHashMap<String, Responses>();
        for (var row : rows("responses.csv.gz")) {
            var answers = Responses.allSkipped(instrument.items().size());
            for (Item item : instrument.items()) {
                String answer = cell(row, item.id().replace('-', '_'));
                if (!answer.isEmpty()) {
                    answers = answers.with(item, Integer.parseInt(answer) - 1);
                }
            }
            responses.put(cell(row, "response_id"), answers);
        }
        return responses;
    }

    /** One respondent: what they answered, on which day, and how long it took them where that is known. */
    public record Sitting(Responses responses, LocalDate day, Optional<Duration> time) {}

    /** Their sittings, in the order of the file. */
    public static List<Sitting> sittings() {
        Map<String, Responses> responses = responses();
        return rows("responses.csv.gz").stream()
                .map(row -> new Sitting(
                        Objects.requireNonNull(responses.get(cell(row, "response_id"))),
                        LocalDate.parse(cell(row, "submitted_at").substring(0, 10)),
                        Optional.of(cell(row, "duration_seconds"))
                                .filter(seconds -> !seconds.isEmpty())
                                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))))
                .toList();
    }

    /** Their file as another system would hand it over, at this path. */
    public static Path copyOfResponses(Path path) throws IOException {
        var resource =
                Objects.requireNonNull(ReferenceData.class.getResourceAsStream("/reference/sim24/responses.csv.gz"));
        try (var in = new GZIPInputStream(resource)) {
            Files.copy(in, path);
        }
        return path;
    }

    static List<Map<String, String>> expectedScores() {
        return rows("expected-scores.csv.gz");
    }

    static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static List<Map<String, String>> rows(String file) {
        var resource = Objects.requireNonNull(ReferenceData.class.getResourceAsStream("/reference/sim24/" + file));
        try (var lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(resource), StandardCharsets.UTF_8))) {
            List<String> header = cells(lines.readLine());
            return lines.lines().map(line -> row(header, cells(line))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split(",", -1));
    }

    private static Map<String, String> row(List<String> header, List<String> cells) {
        var row = new LinkedHashMap<String, String>();
        for (int column = 0; column < header.size(); column++) {
            row.put(header.get(column), cells.get(column));
        }
        return row;
    }
}
