package org.threesigns.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.statistics.InstrumentShapes;

/** What is not asked is not there: neither as an answer nor as a skip. */
class NotAskedTests {

    private static final Instrument FOLLOW_UP = TestInstruments.catalog(
                    Path.of("src/test/resources/other-instruments"), "follow-up")
            .main();

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** f2 needs more than "never" on f1, f3 "often" on f2, f5 "yes" on f4, and f6 that and "often" on f1. */
    @ParameterizedTest
    @CsvSource({
        "2200221, 2200221",
        "0200221, 0..02.1",
        "1200221, 12002.1",
        "1100221, 11.02.1",
        "2201221, 2201..1",
        "2-00221, 2-.0221",
        "--00221, -..02.1",
        "2.00221, 2-.0221",
        "0......, 0..-..-",
        "-------, -..-..-",
    })
    void answersThatOthersLeaveOutAreDropped(String given, String stored) {
        assertThat(new Responses(given).whereAsked(FOLLOW_UP).encoded()).isEqualTo(stored);
    }

    @Test
    void aSumAddsNothingForThemAndAMeanIsThatOfTheOthers() {
        var scores = Scorer.score(FOLLOW_UP, new Responses("1100221").whereAsked(FOLLOW_UP));

        assertThat(scores.scales()).extracting(ScaleScore::answered).containsExactly(3, 1);
        assertThat(scores.scales().get(0).rounded(0)).isEqualByComparingTo("3");
        assertThat(scores.scales().get(1).rounded(0)).isEqualByComparingTo("2");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anItemIsAskedExactlyIfItsConditionHoldsForWhatWasAsked(long seed) {
        var random = new Random(seed);
        Instrument instrument = InstrumentShapes.any(random);
        Responses given = anyAnswers(instrument, random);

        Responses kept = given.whereAsked(instrument);

        assertThat(instrument.items()).allSatisfy(item -> {
            assertThat(kept.isAsked(item)).as(item.id()).isEqualTo(isAsked(item, given));
            if (isAsked(item, given)) {
                assertThat(kept.option(item)).isEqualTo(given.option(item));
                assertThat(kept.skipped(item)).isEqualTo(given.skipped(item));
            } else {
                assertThat(kept.option(item)).isEmpty();
                assertThat(kept.skipped(item)).isFalse();
            }
        });
        assertThat(kept.whereAsked(instrument)).isEqualTo(kept);
    }

    /** Backwards from the item, and not as the application does it. */
    private static boolean isAsked(Item item, Responses given) {
        return item.condition().answers().entrySet().stream().allMatch(needed -> {
            Item other = needed.getKey();
            var option = given.option(other);
            return isAsked(other, given)
                    && option.isPresent()
                    && needed.getValue()
                            .contains(other.responseScale().options().get(option.getAsInt()));
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatSomebodyAnsweredWhereTheyWereNotAskedChangesNothing(long seed) {
        var random = new Random(seed);
        Instrument instrument = InstrumentShapes.any(random);
        Responses kept = anyAnswers(instrument, random).whereAsked(instrument);

        Responses meddled = kept;
        for (Item item : instrument.items()) {
            if (!kept.isAsked(item)) {
                meddled = meddled.with(
                        item, random.nextInt(item.responseScale().options().size()));
            }
        }

        assertThat(meddled.whereAsked(instrument)).isEqualTo(kept);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void scoresAreThoseOfTheOtherAnswers(long seed) {
        var random = new Random(seed);
        Instrument instrument = InstrumentShapes.any(random);
        Responses kept = anyAnswers(instrument, random).whereAsked(instrument);

        Responses skipped = new Responses(kept.encoded().replace('.', '-'));

        assertThat(Scorer.score(instrument, kept)).isEqualTo(Scorer.score(instrument, skipped));
    }

    @Test
    void noRunAndNoTimeIsCountedForThem() {
        Optional<Duration> fourSeconds = Optional.of(Duration.ofSeconds(4));

        assertThat(isHasty("0..1..1", Optional.of(Duration.ofSeconds(3)))).isFalse();
        assertThat(isHasty("2200220", fourSeconds)).isTrue();
        assertThat(isHasty("2201..1", fourSeconds)).isTrue();
        assertThat(isHasty("11.02.2", Optional.of(Duration.ofSeconds(5)))).isFalse();
        assertThat(CarelessResponding.longestRun(FOLLOW_UP, new Responses("01.02.2")))
                .isEqualTo(2);
    }

    private static boolean isHasty(String answers, Optional<Duration> time) {
        return CarelessResponding.suspected(FOLLOW_UP, new Responses(answers), time);
    }

    @Test
    void whereEverybodyIsAskedEverythingResponsesStayTheVerySame() {
        var responses = new Responses("0-1-2-3-4-0-1-2-3-4-0-1-2-3");

        assertThat(responses.whereAsked(TestInstruments.threeSigns())).isSameAs(responses);
    }

    private static Responses anyAnswers(Instrument instrument, Random random) {
        Responses responses = Responses.allSkipped(instrument.items().size());
        for (Item item : instrument.items()) {
            int options = item.responseScale().options().size();
            responses = random.nextInt(6) == 0 ? responses : responses.with(item, random.nextInt(options));
        }
        return responses;
    }

    /** So that the properties above are about something. */
    @Test
    void manyOfTheseInstrumentsHaveConditions() {
        List<Instrument> some = seeds().mapToObj(seed -> InstrumentShapes.any(new Random(seed)))
                .filter(Instrument::isConditional)
                .toList();

        assertThat(some).hasSizeGreaterThan(60);
    }
}
