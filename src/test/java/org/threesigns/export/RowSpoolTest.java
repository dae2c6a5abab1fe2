package org.threesigns.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.publication.PublishedRow;
import org.threesigns.scoring.Responses;
import org.threesigns.statistics.InstrumentShapes;

class RowSpoolTest {

    private static final Instrument INSTRUMENT = TestInstruments.sim24();

    private final Random random = new Random(3);

    @TempDir
    private Path folder;

    @Test
    void everyRowComesBackAsItWas() throws IOException {
        List<PublishedRow> rows = new ArrayList<>(rows(5_000));
        rows.add(new PublishedRow(
                "de-1996-a2345678-b2345678-c2345678x",
                "current",
                true,
                YearMonth.of(2026, 12),
                Responses.allSkipped(INSTRUMENT.items().size())));

        assertThat(spooled(rows)).containsExactlyInAnyOrderElementsOf(rows);
    }

    /** In the longest language, so that there is no room to spare. */
    @Test
    void numbersComeBackToo() throws IOException {
        Instrument numbers = TestInstruments.catalog(Path.of("src/test/resources/other-instruments"), "in-numbers")
                .main();
        var row = new PublishedRow(
                "de-1996-a2345678-b2345678-c2345678x",
                "current",
                false,
                YearMonth.of(2026, 12),
                new Responses("o\u0140\u0140141"));

        List<PublishedRow> read = new ArrayList<>();
        try (var spool = RowSpool.open(folder, numbers)) {
            spool.add(row);
            spool.forEach(read::add);
        }

        assertThat(read).containsExactly(row);
    }

    @Test
    void everyOrderIsAsLikelyAsEveryOther() throws IOException {
        List<PublishedRow> rows = rows(4);
        Map<List<PublishedRow>, Integer> orders = new HashMap<>();

        for (int draw = 0; draw < 2_400; draw++) {
            orders.merge(spooled(rows), 1, Integer::sum);
        }

        assertThat(orders)
                .hasSize(24)
                .allSatisfy((order, times) -> assertThat(times).isBetween(60, 140));
    }

    @Test
    void theFileHasNoNameWhileItIsReadAndNothingIsLeftOfIt() throws IOException {
        try (var spool = RowSpool.open(folder, INSTRUMENT)) {
            rows(1_000).forEach(spool::add);

            assertThat(folder).isEmptyDirectory();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void itNeedsAFolderItCanWriteTo() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> RowSpool.open(file, INSTRUMENT));
    }

    @Test
    void itLeavesHalfOfTheRoomToOthers() throws IOException {
        try (var spool = RowSpool.open(folder, INSTRUMENT, 10, random)) {
            rows(10).forEach(spool::add);

            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> rows(1).forEach(spool::add))
                    .withMessageContaining("too little room");
        }
    }

    private List<PublishedRow> spooled(List<PublishedRow> rows) throws IOException {
        List<PublishedRow> read = new ArrayList<>();
        try (var spool = RowSpool.open(folder, INSTRUMENT, Long.MAX_VALUE, random)) {
            rows.forEach(spool::add);
            spool.forEach(read::add);
        }
        return read;
    }

    private List<PublishedRow> rows(int n) {
        return IntStream.range(0, n)
                .mapToObj(row -> new PublishedRow(
                        row % 3 == 0 ? "es" : "en",
                        row % 2 == 0 ? "current" : "past",
                        row % 5 == 0,
                        YearMonth.of(2025, 1 + row % 12),
                        InstrumentShapes.anyResponses(INSTRUMENT, random)))
                .toList();
    }
}
