package org.threesigns.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threesigns.instrument.Instrument;

/** Which groups may be compared, and on what. */
class GroupComparisonTests {

    private static final Instrument INSTRUMENT = InstrumentShapes.forward(5, 4, 4);
    private static final YearMonth JANUARY = YearMonth.of(2025, 1);

    private final Random random = new Random(3);

    @ParameterizedTest
    @CsvSource({
        "10, 10, 0, true",
        "10, 10, 10, true",
        "9, 10, 0, false",
        "10, 9, 0, false",
        "20, 20, 3, false",
        "20, 20, 9, false",
        "20, 20, 12, true",
        "0, 20, 0, false",
    })
    void twoLanguagesAreComparedIfTheyAndWhatBothLeaveOutAreLargeEnough(
            int english, int spanish, int french, boolean shown) {
        var published = published(
                cell("en", CountedWording.CURRENT, 0, english),
                cell("es", CountedWording.CURRENT, 0, spanish),
                cell("fr", CountedWording.CURRENT, 0, french));

        assertThat(published.compare(language("en"), language("es")).isPresent())
                .isEqualTo(shown);
        assertThat(published.compare(language("es"), language("en")).isPresent())
                .isEqualTo(shown);
    }

    /** Each group may be shown alone; only together do they give away the three who are in neither. */
    @Test
    void whoIsInNeitherGroupIsNotFoundBySubtractingBoth() {
        var published = published(
                cell("en", CountedWording.CURRENT, 0, 20),
                cell("es", CountedWording.CURRENT, 0, 20),
                cell("fr", CountedWording.CURRENT, 0, 3));

        assertThat(published.select(language("en"))).isPresent();
        assertThat(published.select(language("es"))).isPresent();
        assertThat(published.compare(language("en"), language("es"))).isEmpty();
    }

    @Test
    void wordingsAreComparedUnderTheSameRuleAsLanguages() {
        var current = CountFilter.ALL.withWording(Optional.of(CountedWording.CURRENT));
        var past = CountFilter.ALL.withWording(Optional.of(CountedWording.PAST));

        assertThat(published(cell("en", CountedWording.CURRENT, 0, 20), cell("en", CountedWording.PAST, 0, 20))
                        .compare(current, past))
                .isPresent();
        assertThat(published(
                                cell("en", CountedWording.CURRENT, 0, 20),
                                cell("en", CountedWording.PAST, 0, 20),
                                cell("en", CountedWording.NOT_SEPARATED, 0, 3))
                        .compare(current, past))
                .isEmpty();
        assertThat(published(cell("en", CountedWording.CURRENT, 0, 20), cell("en", CountedWording.PAST, 0, 9))
                        .select(current))
                .as("a wording that leaves nine of the other one")
                .isEmpty();
    }

    @Test
    void aWordingInOneLanguageLeavesNoFewOfTheOtherWordingInIt() {
        var filter = language("en").withWording(Optional.of(CountedWording.CURRENT));

        for (int past : new int[] {9, 10}) {
            var published = published(
                    cell("en", CountedWording.CURRENT, 0, 20),
                    cell("en", CountedWording.PAST, 0, past),
                    cell("es", CountedWording.PAST, 0, 20));
            assertThat(published.select(filter).isPresent()).isEqualTo(past == 10);
        }
    }

    @Test
    void monthsLeaveOutTheMonthThatIsNotOverIfItIsLargeEnough() {
        var before = CountFilter.ALL.withMonths(Optional.empty(), Optional.of(JANUARY));
        var from = CountFilter.ALL.withMonths(Optional.of(JANUARY.plusMonths(1)), Optional.of(JANUARY.plusMonths(1)));

        assertThat(months(20, 20, 10).compare(before, from)).isPresent();
        assertThat(months(20, 20, 3).compare(before, from)).isEmpty();
    }

    @Test
    void nobodyIsInBothGroups() {
        var published = months(20, 20, 20);
        var twoMonths = CountFilter.ALL.withMonths(Optional.of(JANUARY), Optional.of(JANUARY.plusMonths(1)));

        assertThatIllegalArgumentException().isThrownBy(() -> published.compare(twoMonths, CountFilter.ALL));
    }

    @Test
    void whereNothingVariesThereIsADifferenceAndNoIntervalOfIt() {
        var low = statistics("00000000", 12);
        var high = statistics("11111111", 15);

        MeanDifference difference =
                GroupComparison.of(low, high).scales().get(0).difference();

        assertThat(difference.points().get()).isEqualTo(1);
        assertThat(difference.interval()).isEmpty();
        assertThat(difference.standardised().absence()).contains(Estimate.Absence.NO_VARIANCE);
        assertThat(difference.standardisedInterval()).isEmpty();
    }

    @Test
    void tooFewScoresInOneGroupMakeNoDifference() {
        var some =
                new InstrumentStatistics(ResponseCounts.of(INSTRUMENT, InstrumentShapes.group(INSTRUMENT, random, 30)));
        var skipped = statistics("--------", 30);

        ScaleComparison scale = GroupComparison.of(some, skipped).scales().get(0);

        assertThat(scale.isShown()).isFalse();
        assertThat(scale.difference().points().absence()).contains(Estimate.Absence.TOO_FEW);
    }

    @Test
    void versionsAreComparedOnScalesOfTheSameItems() {
        var first = statistics(InstrumentShapes.forward(5, 4, 4));
        var otherItems = statistics(InstrumentShapes.forward(5, 4, 5));
        var otherAnswers = statistics(InstrumentShapes.forward(4, 4, 4));

        assertThat(GroupComparison.of(first, otherItems).scales())
                .extracting(scale -> scale.first().scale().id())
                .containsExactly("scale0");
        assertThat(GroupComparison.of(first, otherAnswers).scales()).isEmpty();
    }

    private static CountFilter language(String language) {
        return CountFilter.ALL.withLanguage(Optional.of(language));
    }

    private PublishedResults months(int... sizes) {
        return published(IntStream.range(0, sizes.length)
                .mapToObj(month -> cell("en", CountedWording.CURRENT, month, sizes[month]))
                .toArray(PublishedCell[]::new));
    }

    private static PublishedResults published(PublishedCell... cells) {
        return new PublishedResults(INSTRUMENT, List.of(cells));
    }

    private PublishedCell cell(String language, CountedWording wording, int month, int size) {
        var counts = ResponseCounts.of(INSTRUMENT, InstrumentShapes.group(INSTRUMENT, random, size));
        return new PublishedCell(language, wording, false, JANUARY.plusMonths(month), counts, 0);
    }

    private InstrumentStatistics statistics(Instrument instrument) {
        return new InstrumentStatistics(ResponseCounts.of(instrument, InstrumentShapes.group(instrument, random, 20)));
    }

    private static InstrumentStatistics statistics(String answers, int size) {
        return new InstrumentStatistics(ResponseCounts.of(INSTRUMENT, InstrumentShapes.alike(answers, size)));
    }
}
