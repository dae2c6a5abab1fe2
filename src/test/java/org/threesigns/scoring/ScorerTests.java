package org.threesigns.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreBand;
import org.threesigns.instrument.TestInstruments;

/** The rules of Three Signs, case by case: eight items a sign, options from 1 to 5, cuts at 2.5 and 3.5. */
class ScorerTests {

    private final Instrument instrument = TestInstruments.threeSigns();
    private final Answers nothing = Answers.none(instrument);
    private final Scale distance = scale("distance");
    private final Scale control = scale("control");
    private final Scale cues = scale("cues");

    private Scale scale(String id) {
        return instrument.scales().stream()
                .filter(scale -> scale.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "8,  8, rarely, 1.00",
        "8, 19, rarely, 2.38", // 19/8 = 2.375: half up
        "8, 20, sometimes, 2.50", // 20/8 = 2.5 exactly
        "8, 27, sometimes, 3.38",
        "8, 28, often, 3.50",
        "8, 40, often, 5.00",
        "7, 17, rarely, 2.43", // 17.5 would be the cut, and no sum is 17.5
        "7, 18, sometimes, 2.57",
        "7, 24, sometimes, 3.43",
        "7, 25, often, 3.57",
        "6, 14, rarely, 2.33",
        "6, 15, sometimes, 2.50", // 15/6 = 2.5 exactly
        "6, 20, sometimes, 3.33",
        "6, 21, often, 3.50",
    })
    void theBandIsDecidedExactlyAtTheCuts(int answered, int sum, String band, String mean) {
        ScaleScore score = nothing.sum(cues, answered, sum).on(cues);

        assertThat(score.band()).map(ScoreBand::id).contains(band);
        assertThat(score.rounded(2)).hasToString(mean);
    }

    @Test
    void aCutThatNoBinaryFractionHoldsIsReachedToo() {
        // 1.1 × 10 is 11.000000000000002 in floating point, which a sum of 11 would not reach.
        Instrument cutAtElevenTenths = InstrumentSketch.oneToFive("1.1").instrument();
        Scale scale = cutAtElevenTenths.scales().get(0);

        assertThat(Answers.none(cutAtElevenTenths).sum(scale, 10, 11).on(scale).band())
                .map(ScoreBand::id)
                .contains("band1");
    }

    @ParameterizedTest
    @CsvSource({
        // of 8: cuts at 20 and 28
        "8, 17, ''",
        "8, 18, sometimes",
        "8, 19, sometimes",
        "8, 20, rarely",
        "8, 21, rarely",
        "8, 22, rarely",
        "8, 23, ''",
        "8, 24, ''",
        "8, 25, ''",
        "8, 26, often",
        "8, 27, often",
        "8, 28, sometimes",
        "8, 29, sometimes",
        "8, 30, sometimes",
        "8, 31, ''",
        // of 7: cuts at 17.5 and 24.5
        "7, 15, ''",
        "7, 16, sometimes",
        "7, 17, sometimes",
        "7, 18, rarely",
        "7, 19, rarely",
        "7, 20, ''",
        "7, 22, ''",
        "7, 23, often",
        "7, 24, often",
        "7, 25, sometimes",
        "7, 26, sometimes",
        "7, 27, ''",
        // of 6: cuts at 15 and 21
        "6, 12, ''",
        "6, 13, sometimes",
        "6, 14, sometimes",
        "6, 15, rarely",
        "6, 17, rarely",
        "6, 18, ''",
        "6, 19, often",
        "6, 20, often",
        "6, 21, sometimes",
        "6, 23, sometimes",
        "6, 24, ''",
    })
    void aSumWithinTwoPointsOfACutIsCloseToTheBandBeyondIt(int answered, int sum, String closeTo) {
        assertThat(nothing.sum(distance, answered, sum).on(distance).closeTo().map(ScoreBand::id))
                .isEqualTo(Optional.of(closeTo).filter(id -> !id.isEmpty()));
    }

    @Test
    void fiveAnswersOfEightAreNotEnough() {
        ScaleScore score = nothing.sum(cues, 5, 25).on(cues);

        assertThat(score.isScored()).isFalse();
        assertThat(score.closeTo()).isEmpty();
        assertThat(score.answered()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "19, 19, 19, ''", // none reaches 2.5
        "20, 19, 19, distance", // the others are close and do not reach 2.5
        "24, 16, 16, distance",
        "24, 20, 16, distance", // 3.0 and 2.5 are exactly 0.5 apart: no tie
        "24, 21, 16, distance control",
        "24, 21, 22, distance control cues",
        "16, 21, 24, control cues",
        "36, 33, 32, distance control", // 4.5, 4.125 and 4.0
        "24, 24, 24, distance control cues",
        "0, 0, 40, ''", // the only one that is scored has nothing to lead
        "0, 16, 24, cues",
        "0, 22, 24, control cues",
        "0, 0, 0, ''",
    })
    void theSignsThatAreHighAndCloseToTheHighestLead(int inDistance, int inControl, int inCues, String leading) {
        var answers = answered(answered(answered(nothing, distance, inDistance), control, inControl), cues, inCues);

        assertThat(answers.score().leading())
                .extracting(Scale::id)
                .isEqualTo(leading.isEmpty() ? List.of() : List.of(leading.split(" ")));
    }

    private static Answers answered(Answers answers, Scale scale, int sumOfEight) {
        return sumOfEight == 0 ? answers : answers.sum(scale, 8, sumOfEight);
    }

    @ParameterizedTest
    @CsvSource({
        "8, 24, 6, 15, distance", // 3 and 15/6 = 2.5 are exactly 0.5 apart
        "8, 24, 7, 18, distance control", // 3 and 18/7, 0.43 apart
        "7, 22, 6, 16, distance control", // 22/7 and 16/6, 0.476 apart
        "6, 19, 8, 21, distance", // 19/6 and 21/8, 0.542 apart
    })
    void aTieIsDecidedExactlyWhereAnswersWereSkipped(
            int answered, int sum, int otherAnswered, int otherSum, String leading) {
        var answers = nothing.sum(distance, answered, sum).sum(control, otherAnswered, otherSum);

        assertThat(answers.score().leading()).extracting(Scale::id).isEqualTo(List.of(leading.split(" ")));
    }

    @Test
    void whereNoTieIsNearTheHighestStillLeads() {
        var instrument = InstrumentSketch.oneToFive().instrument();
        Scale first = instrument.scales().get(0);
        Scale second = instrument.scales().get(1);
        var answers = Answers.none(instrument).sum(first, 10, 31);

        assertThat(answers.sum(second, 10, 30).score().leading()).containsExactly(first);
        assertThat(answers.sum(second, 10, 31).score().leading()).containsExactly(first, second);
    }

    @Test
    void theReasonsAreTheThreeHighestAnswersAboveTheMiddleInItemOrder() {
        var answers = Answers.all(instrument, item -> 2)
                .scoring("D1", 4)
                .scoring("D2", 5)
                .scoring("D7", 5) // reverse-keyed: the answer itself is "never"
                .scoring("D6", 4)
                .scoring("D4", 4);

        assertThat(answers.on(distance).reasons()).extracting(Item::id).containsExactly("D7", "D2", "D1");
        assertThat(answers.on(cues).reasons()).isEmpty();
    }

    @Test
    void theReasonsAreFewerWhereFewerAnswersAreHigh() {
        assertThat(Answers.all(instrument, item -> 2).scoring("A3", 4).on(cues).reasons())
                .extracting(Item::id)
                .containsExactly("A3");
    }

    @Test
    void unscoredItemsChangeNoScore() {
        var answers = Answers.all(instrument, item -> 2);
        var others = answers;
        for (Item item : instrument.unscoredItems()) {
            others = others.option(item, 4);
        }

        assertThat(others.responses()).isNotEqualTo(answers.responses());
        assertThat(others.score()).isEqualTo(answers.score());
    }

    @ParameterizedTest
    @CsvSource({"0", "26", "28"})
    void responsesOfAnotherSizeAreRefused(int size) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scorer.score(instrument, Responses.allSkipped(size)))
                .withMessage("%d responses for the 27 items of three-signs", size);
    }

    @Test
    void anOptionThatTheInstrumentLacksIsRefused() {
        var responses = nothing.responses().with(instrument.items().get(26), 5);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scorer.score(instrument, responses))
                .withMessage("A response beyond the 5 options");
    }

    @Test
    void aScaleOfAnotherInstrumentHasNoScoreHere() {
        var other = TestInstruments.sim24().scales().get(0);

        assertThatIllegalArgumentException().isThrownBy(() -> nothing.score().on(other));
    }

    @Test
    void everyScaleIsThereInTheOrderOfTheInstrument() {
        assertThat(nothing.score().scales()).extracting(ScaleScore::scale).isEqualTo(instrument.scales());
        assertThat(IntStream.rangeClosed(6, 8))
                .allSatisfy(answered -> assertThat(nothing.sum(cues, answered, 3 * answered)
                                .score()
                                .on(cues)
                                .isScored())
                        .isTrue());
    }
}
