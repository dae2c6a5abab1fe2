package org.threesigns.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BatchAssignmentTest {

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyBatchHasTenThatNeverWereAndAtMostNineOthers(int seed) {
        var random = new Random(seed);
        int never = random.nextInt(60);
        List<Integer> fresh = IntStream.range(0, never).boxed().toList();
        List<Integer> withdrawn =
                IntStream.range(1000, 1000 + random.nextInt(60)).boxed().toList();

        List<List<Integer>> batches = BatchAssignment.deal(fresh, withdrawn, random);

        assertThat(batches).hasSize(never / 10).allSatisfy(batch -> {
            assertThat(batch).hasSizeBetween(10, 19);
            assertThat(batch.stream().filter(result -> result < 1000).count()).isGreaterThanOrEqualTo(10);
        });
        List<Integer> dealt = batches.stream().flatMap(List::stream).toList();
        assertThat(dealt).doesNotHaveDuplicates();
        if (never >= 10) {
            assertThat(dealt).containsAll(fresh);
        }
    }

    @Test
    void theDealDoesNotFollowTheOrderOfArrival() {
        List<Integer> fresh = IntStream.range(0, 40).boxed().toList();

        var one = BatchAssignment.deal(fresh, List.of(), new Random(1));
        var other = BatchAssignment.deal(fresh, List.of(), new Random(2));

        assertThat(one.get(0)).isNotEqualTo(other.get(0));
    }
}
