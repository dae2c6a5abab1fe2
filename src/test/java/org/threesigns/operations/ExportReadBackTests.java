package org.threesigns.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.export.ExportedFile;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.RenamedItems;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.publication.PublishedRow;
import org.threesigns.statistics.InstrumentShapes;

/** What the export writes, the import reads as the same results, however the items are called. */
class ExportReadBackTests {

    /** Words that R or SPSS reserve, and names that the export changes or uses itself. */
    private static final List<String> AWKWARD = List.of(
            "in",
            "not",
            "NA",
            "na",
            "NaN",
            "Inf",
            "if",
            "IF",
            "null",
            "true",
            "with",
            "v-in",
            "v-not",
            "V-In",
            "in-2",
            "q1",
            "Q1",
            "q-1",
            "Q-1",
            "q1-2",
            "a",
            "A",
            "A-2",
            "a-2-2",
            "month",
            "Month",
            "month-2",
            "language",
            "wording",
            "careless",
            "completed-on",
            "submitted-at",
            "duration-seconds",
            "a-keyed",
            "S1-answered",
            "S1-band",
            "s1");

    private static final YearMonth LAST = YearMonth.of(2026, 10);

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyResponsesToItemsOfAnyNamesComeBack(long seed) throws IOException {
        var random = new Random(seed);
        Instrument instrument = RenamedItems.write(folder, someAwkward(random));
        List<PublishedRow> rows =
                IntStream.range(0, 40).mapToObj(each -> row(instrument, random)).toList();

        assertThat(read(instrument, ExportedFile.of(instrument, rows))).isEqualTo(rows);
    }

    /** Neighbours in the list, which are alike, among plain names: a single name that gives itself away would hide the others. */
    private static List<String> someAwkward(Random random) {
        int first = random.nextInt(AWKWARD.size());
        int last = Math.min(AWKWARD.size(), first + 1 + random.nextInt(random.nextBoolean() ? 3 : RenamedItems.ITEMS));
        var names = new ArrayList<String>();
        AWKWARD.subList(first, last).stream()
                .filter(name -> names.stream().noneMatch(name::equalsIgnoreCase)) // one alone could be a key
                .forEach(names::add);
        while (names.size() < RenamedItems.ITEMS) {
            names.add("item" + names.size());
        }
        Collections.shuffle(names, random);
        return names;
    }

    @Test
    void itemsMayBeWordsThatRAndSpssReserve() throws IOException {
        var names = new ArrayList<>(List.of("in", "not"));
        IntStream.range(2, RenamedItems.ITEMS).forEach(item -> names.add("item" + item));
        Instrument instrument = RenamedItems.write(folder, names);
        List<PublishedRow> rows = List.of(row(instrument, new Random(1)));
        String exported = ExportedFile.of(instrument, rows);

        assertThat(exported).startsWith("month,language,wording,careless,v_in,v_not,item2,");
        assertThat(read(instrument, exported)).isEqualTo(rows);
        assertThat(read(instrument, exported.replace("v_in,v_not", "in,not"))).isEqualTo(rows);
    }

    /** With columns for each way in which an item counts, or for none; and with what was not asked. */
    @ParameterizedTest
    @ValueSource(strings = {"two-ways", "weights", "unscored", "follow-up", "in-numbers", "boxes"})
    void responsesToQuestionnairesOfOtherShapesComeBack(String id) throws IOException {
        Instrument instrument = TestInstruments.catalog(Path.of("src/test/resources/other-instruments"), id)
                .main();
        var random = new Random(1);
        List<PublishedRow> rows = IntStream.range(0, 40)
                .mapToObj(each -> new PublishedRow(
                        "en", "current", false, LAST, InstrumentShapes.anyResponses(instrument, random)))
                .toList();

        assertThat(read(instrument, ExportedFile.of(instrument, rows))).isEqualTo(rows);
    }

    private static PublishedRow row(Instrument instrument, Random random) {
        return new PublishedRow(
                "en",
                random.nextBoolean() ? "current" : "past",
                random.nextBoolean(),
                LAST.minusMonths(random.nextInt(40)),
                InstrumentShapes.anyResponses(instrument, random));
    }

    private List<PublishedRow> read(Instrument instrument, String text) throws IOException {
        List<PublishedRow> read = new ArrayList<>();
        var reading = new ImportPass(instrument, "en", LAST, result -> read.add(row(result)));
        new ResponseFile(Files.writeString(folder.resolve("export.csv"), text)).forEach(reading);
        assertThat(reading.problems()).isEmpty();
        return read;
    }

    private static PublishedRow row(CompletedAssessment result) {
        return new PublishedRow(
                result.language(),
                result.wording().key(),
                result.careless(),
                YearMonth.from(result.completedOn()),
                result.responses());
    }
}
