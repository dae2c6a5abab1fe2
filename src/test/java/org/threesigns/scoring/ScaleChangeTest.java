package org.threesigns.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.TestInstruments;

class ScaleChangeTest {

    private static final BigDecimal SEM = new BigDecimal("0.32");

    private final Instrument instrument = TestInstruments.threeSigns();
    private final Scale scale = instrument.scales().get(0);

    /** With a SEM of 0.32 the limit is 1.96·0.32·√2 = 0.887 points of the mean: eight points of eight items are, seven are not. */
    @ParameterizedTest
    @CsvSource({"16, 23, false", "16, 24, true", "24, 17, false", "24, 16, true", "20, 20, false"})
    void isRealFromTheLimitOn(int earlier, int later, boolean real) {
        assertThat(change(earlier, later).isReal()).isEqualTo(real);
    }

    @Test
    void decidesExactlyAtTheLimit() {
        // √(0.6² + 0.8²) = 1 over 1.96: a change of exactly one point, eight of eight items, is at the limit.
        BigDecimal first = new BigDecimal("0.6").divide(new BigDecimal("1.96"), MathContext.DECIMAL128);
        BigDecimal second = new BigDecimal("0.8").divide(new BigDecimal("1.96"), MathContext.DECIMAL128);

        assertThat(score(16).differsFrom(score(24), below(first), below(second)))
                .isTrue();
        assertThat(score(16).differsFrom(score(24), above(first), above(second)))
                .isFalse();
    }

    @Test
    void isNeverRealWhereNothingChanged() {
        assertThat(new ScaleChange(score(16), score(16), BigDecimal.ZERO).isReal())
                .isFalse();
    }

    @Test
    void saysWhichWay() {
        assertThat(change(16, 24).direction()).isPositive();
        assertThat(change(24, 16).direction()).isNegative();
        assertThat(change(16, 16).direction()).isZero();
    }

    @Test
    void isAsLargeAsTheStandardErrorOfADifferenceSays() {
        assertThat(ScaleChange.smallestReal(SEM).doubleValue()).isEqualTo(0.8870, offset(0.0001));
    }

    @Test
    void needsTwoScores() {
        ScaleScore none = Scorer.score(
                        instrument, Responses.allSkipped(instrument.items().size()))
                .on(scale);

        assertThat(ScaleChange.between(none, score(16), SEM)).isEmpty();
        assertThat(ScaleChange.between(score(16), none, SEM)).isEmpty();
    }

    @Test
    void needsOneScale() {
        ScaleScore other =
                Scorer.score(instrument, sum(16)).on(instrument.scales().get(1));

        assertThatIllegalArgumentException().isThrownBy(() -> new ScaleChange(score(16), other, BigDecimal.ONE));
    }

    private ScaleChange change(int earlier, int later) {
        return ScaleChange.between(score(earlier), score(later), SEM).orElseThrow();
    }

    private ScaleScore score(int sum) {
        return Scorer.score(instrument, sum(sum)).on(scale);
    }

    /** Responses whose item scores on the scale sum up to this; all items on the other scales are in the middle. */
    private Responses sum(int sum) {
        var responses = Responses.allSkipped(instrument.items().size());
        for (Item item : instrument.items()) {
            responses = responses.with(item, 2);
        }
        int left = sum;
        int items = scale.items().size();
        for (Item item : scale.items()) {
            int itemScore = left / items--;
            left -= itemScore;
            responses = responses.with(
                    item,
                    item.keying().key(itemScore, instrument.responseScales().get(0)) - 1);
        }
        return responses;
    }

    private static BigDecimal below(BigDecimal sem) {
        return sem.subtract(new BigDecimal("1e-20"));
    }

    private static BigDecimal above(BigDecimal sem) {
        return sem.add(new BigDecimal("1e-20"));
    }
}
