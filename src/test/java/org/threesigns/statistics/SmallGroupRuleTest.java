package org.threesigns.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SmallGroupRuleTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, false",
        "9, 9, false",
        "10, 10, true",
        "10, 19, false",
        "10, 20, true",
        "9, 20, false",
        "11, 20, false",
        "100, 100, true",
        "91, 100, false"
    })
    void aGroupIsShownWhereItAndItsRestAreLargeEnough(long group, long whole, boolean shown) {
        assertThat(SmallGroupRule.isShown(group, whole)).isEqualTo(shown);
    }

    @Test
    void aSingleSmallPartHidesTheSmallestOfTheOthersToo() {
        assertThat(SmallGroupRule.shown(Map.of("en", 200L, "es", 12L, "de", 3L)))
                .isEqualTo(Set.of("en"));
    }

    @Test
    void smallPartsThatCoverEachOtherHideNothingMore() {
        assertThat(SmallGroupRule.shown(Map.of("en", 200L, "es", 7L, "de", 3L))).isEqualTo(Set.of("en"));
    }

    @Test
    void emptyPartsHideNothingAndAreNotShown() {
        assertThat(SmallGroupRule.shown(Map.of("en", 200L, "es", 0L))).isEqualTo(Set.of("en"));
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noSubtractionTellsOfFewerThanTen(int seed) {
        var random = new Random(seed);
        Map<Integer, Long> parts = new LinkedHashMap<>();
        IntStream.range(0, 1 + random.nextInt(6)).forEach(part -> parts.put(part, (long) random.nextInt(30)));

        Set<Integer> shown = SmallGroupRule.shown(parts);

        long hidden = parts.entrySet().stream()
                .filter(part -> !shown.contains(part.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        assertThat(shown).allSatisfy(part -> assertThat(parts.get(part)).isGreaterThanOrEqualTo(10));
        if (!shown.isEmpty()) {
            assertThat(hidden == 0 || hidden >= 10).isTrue();
        }
    }
}
