package org.threesigns.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threesigns.instrument.Norm.Lower;
import org.threesigns.instrument.Norm.Percentile;

/** Where a score stands in a published sample. */
class NormTests {

    @ParameterizedTest
    @CsvSource({"9, 2, , 20", "5, 1, 20, 20", "11, 2, 20, 60", "18, 3, 20, 60", "15, 2, 60, 60", "151, 20, 60, "})
    void isWhatThePublicationSaysOfTheScoresAround(
            long numerator, long denominator, @Nullable String least, @Nullable String most) {
        var norm = norm(List.of(percentile("5", "20"), percentile("7.5", "60")));

        assertThat(norm.lowerThan(numerator, denominator)).contains(new Lower(number(least), number(most)));
    }

    @Test
    void isNotSaidWhereNoPercentilesWerePublished() {
        assertThat(norm(List.of()).lowerThan(5, 1)).isEmpty();
    }

    @Test
    void isNotSaidWhereItCouldBeAnyShare() {
        assertThat(norm(List.of(percentile("0", "0"))).lowerThan(5, 1)).isEmpty();
        assertThat(norm(List.of(percentile("9", "100"))).lowerThan(5, 1)).isEmpty();
        assertThat(norm(List.of(percentile("0", "0"), percentile("9", "100"))).lowerThan(5, 1))
                .isEmpty();
    }

    /** Whatever is published of a sample, what is said of a score is true of that sample. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isTrueOfTheSample(long seed) {
        var random = new Random(seed);
        for (int sample = 0; sample < 200; sample++) {
            int[] scores = random.ints(1 + random.nextInt(40), 0, 30).toArray();
            Norm norm = published(scores, random);
            int denominator = 1 + random.nextInt(4);
            int numerator = random.nextInt(31 * denominator);
            BigDecimal lower = lowerThan(scores, new BigDecimal(numerator).doubleValue() / denominator);

            Lower said = norm.lowerThan(numerator, denominator).orElse(new Lower(Optional.empty(), Optional.empty()));

            assertThat(said.least().orElse(BigDecimal.ZERO)).isLessThanOrEqualTo(lower);
            assertThat(said.most().orElse(BigDecimal.valueOf(100))).isGreaterThanOrEqualTo(lower);
            if (norm.percentiles().stream()
                    .anyMatch(row -> row.score()
                                    .multiply(BigDecimal.valueOf(denominator))
                                    .compareTo(BigDecimal.valueOf(numerator))
                            == 0)) {
                assertThat(said).isEqualTo(new Lower(Optional.of(lower), Optional.of(lower)));
            }
        }
    }

    private static Norm published(int[] scores, Random random) {
        var named = new TreeSet<Integer>();
        random.ints(1 + random.nextInt(6), 0, 31).forEach(named::add);
        var rows = new ArrayList<Percentile>();
        named.forEach(score -> rows.add(new Percentile(BigDecimal.valueOf(score), lowerThan(scores, score))));
        return norm(rows);
    }

    private static BigDecimal lowerThan(int[] scores, double score) {
        long lower = Arrays.stream(scores).filter(each -> each < score).count();
        return BigDecimal.valueOf(100.0 * lower / scores.length);
    }

    private static Norm norm(List<Percentile> percentiles) {
        return new Norm("adults", 100, Optional.empty(), percentiles, "A. Author (2008)", Optional.empty());
    }

    private static Percentile percentile(String score, String lower) {
        return new Percentile(new BigDecimal(score), new BigDecimal(lower));
    }

    private static Optional<BigDecimal> number(@Nullable String text) {
        return Optional.ofNullable(text).map(BigDecimal::new);
    }
}
