package org.threesigns.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.instrument.Scale;
import org.threesigns.scoring.Responses;
import org.threesigns.statistics.CountedWording;
import org.threesigns.statistics.InstrumentShapes;
import org.threesigns.statistics.MeasurementError;
import org.threesigns.statistics.PeerFigures;
import org.threesigns.statistics.PublishedCell;
import org.threesigns.statistics.PublishedResults;
import org.threesigns.statistics.ResponseCounts;
import org.threesigns.statistics.UnreadableCountsException;

class PeerFigureCacheTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 3);

    /** What each of a few people answered on four items of five options; together they agree well. */
    private static final List<String> STEADY = List.of("0011", "1121", "2222", "3233", "4434", "1210");

    private final Instrument instrument = InstrumentShapes.forward(5, 4, 2);
    private final Scale scale = instrument.scales().get(0);

    @Test
    void estimatesTheErrorFromThreeHundredOn() {
        assertThat(error(cell("en", false, people(STEADY, 299))))
                .isEqualTo(MeasurementError.assumed(scale).orElseThrow());
        assertThat(error(cell("en", false, people(STEADY, 300))))
                .isEqualTo(new MeasurementError(errorOf(STEADY), Optional.of(300L)));
    }

    @Test
    void countsAllLanguagesAndNobodyFlagged() {
        var flagged = cell("en", true, people(List.of("0404", "4040"), 900));

        assertThat(error(cell("en", false, people(STEADY, 150)), cell("es", false, people(STEADY, 150)), flagged))
                .isEqualTo(new MeasurementError(errorOf(STEADY), Optional.of(300L)));
        assertThat(error(cell("en", false, people(STEADY, 290)), flagged).isAssumed())
                .isTrue();
    }

    @Test
    void countsOnlyThoseWhoAnsweredAllOfTheScale() {
        var skipped = cell("en", false, people(List.of("44-4"), 500));

        assertThat(error(cell("en", false, people(STEADY, 299)), skipped).isAssumed())
                .isTrue();
        assertThat(error(cell("en", false, people(STEADY, 300)), skipped).n()).contains(300L);
    }

    @Test
    void assumesItWhereAlphaIsNotAboveZero() {
        assertThat(error(cell("en", false, people(List.of("0444", "4000", "4044", "0400"), 400)))
                        .isAssumed())
                .isTrue();
        assertThat(error(cell("en", false, people(List.of("2222"), 400))).isAssumed())
                .isTrue();
    }

    @Test
    void assumesItWhereNothingWouldBeUncertain() {
        assertThat(error(cell("en", false, people(List.of("0000", "4444"), 400)))
                        .isAssumed())
                .isTrue();
    }

    @Test
    void hasAnErrorForEachScaleOfItsOwn() {
        var figures = figures(cell("en", false, people(STEADY, 300)));

        assertThat(figures.errorOn(instrument.scales().get(1)))
                .isEqualTo(MeasurementError.assumed(instrument.scales().get(1)));
    }

    @Test
    void keepsWhatWasReadWhileTheStoreIsAway() {
        var catalog = mock(InstrumentCatalog.class);
        var counts = mock(PublishedCounts.class);
        when(catalog.all()).thenReturn(List.of(instrument));
        when(counts.of(any()))
                .thenReturn(published(cell("en", false, people(STEADY, 300))))
                .thenThrow(new DataAccessResourceFailureException("away"));
        var peers = new PeerFigureCache(catalog, counts);

        assertThat(peers.of(instrument).errorOn(scale).orElseThrow().isAssumed())
                .isTrue();
        peers.readOrKeep();
        peers.readOrKeep();

        assertThat(peers.of(instrument).errorOn(scale).orElseThrow().n()).contains(300L);
    }

    @Test
    void readsTheOthersWhereTheCountsOfOneCannotBeRead() {
        var broken = InstrumentShapes.forward(5, 4, 3);
        var catalog = mock(InstrumentCatalog.class);
        var counts = mock(PublishedCounts.class);
        when(catalog.all()).thenReturn(List.of(broken, instrument));
        when(counts.of(broken)).thenThrow(UnreadableCountsException.class);
        when(counts.of(instrument)).thenReturn(published(cell("en", false, people(STEADY, 300))));
        var peers = new PeerFigureCache(catalog, counts);

        peers.readOrKeep();

        assertThat(peers.of(instrument).errorOn(scale).orElseThrow().n()).contains(300L);
    }

    private MeasurementError error(PublishedCell... cells) {
        return figures(cells).errorOn(scale).orElseThrow();
    }

    private PeerFigures figures(PublishedCell... cells) {
        return new PeerFigures(published(cells));
    }

    private PublishedResults published(PublishedCell... cells) {
        return new PublishedResults(instrument, List.of(cells));
    }

    private PublishedCell cell(String language, boolean careless, List<Responses> people) {
        return new PublishedCell(
                language, CountedWording.CURRENT, careless, MONTH, ResponseCounts.of(instrument, people), 0);
    }

    /** So many people who answered like these, in turn; on the other scale anything but without agreement. */
    private static List<Responses> people(List<String> answers, int n) {
        var random = new Random(1);
        return IntStream.range(0, n)
                .mapToObj(each -> answers.get(each % answers.size()) + (random.nextBoolean() ? "04" : "40"))
                .map(Responses::new)
                .toList();
    }

    /** {@code SD·√(1 − α)} by the book, of 300 people who answered like these in turn. */
    private static BigDecimal errorOf(List<String> answers) {
        double[] means = Stream.iterate(0, each -> each + 1)
                .limit(300)
                .map(each -> answers.get(each % answers.size()))
                .mapToDouble(each ->
                        each.chars().map(answer -> answer - '0').average().orElseThrow())
                .toArray();
        double itemVariances = IntStream.range(0, 4)
                .mapToDouble(item -> variance(IntStream.range(0, 300)
                        .mapToDouble(each -> answers.get(each % answers.size()).charAt(item) - '0')
                        .toArray()))
                .sum();
        double alpha = 4 / 3.0 * (1 - itemVariances / (16 * variance(means)));
        return BigDecimal.valueOf(Math.sqrt(variance(means) * (1 - alpha))).setScale(2, RoundingMode.HALF_UP);
    }

    private static double variance(double[] values) {
        double mean =
                IntStream.range(0, values.length).mapToDouble(at -> values[at]).sum() / values.length;
        return IntStream.range(0, values.length)
                        .mapToDouble(at -> Math.pow(values[at] - mean, 2))
                        .sum()
                / (values.length - 1);
    }
}
