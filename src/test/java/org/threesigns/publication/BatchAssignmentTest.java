package org.threesigns.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchAssignmentTest {

    private static final int FIRST_SURVIVOR = 1000;

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    private static List<Integer> fresh(int n) {
        return IntStream.range(0, n).boxed().toList();
    }

    private static List<Integer> survivors(int n) {
        return IntStream.range(FIRST_SURVIVOR, FIRST_SURVIVOR + n).boxed().toList();
    }

    private static long survivorsIn(DealtBatch<Integer> batch) {
        return batch.results().stream()
                .filter(result -> result >= FIRST_SURVIVOR)
                .count();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyBatchHasTenThatNeverWereAndAtMostNineOthers(int seed) {
        var random = new Random(seed);
        int never = random.nextInt(60);
        List<Integer> fresh = fresh(never);

        var batches = BatchAssignment.deal(fresh, survivors(random.nextInt(60)), random);

        assertThat(batches).hasSize(never / 10).allSatisfy(batch -> {
            assertThat(batch.results()).hasSizeBetween(10, 19);
            assertThat(batch.results().size() - survivorsIn(batch)).isGreaterThanOrEqualTo(10);
        });
        List<Integer> dealt =
                batches.stream().flatMap(batch -> batch.results().stream()).toList();
        assertThat(dealt).doesNotHaveDuplicates();
        if (batches.stream().anyMatch(DealtBatch::hasRoom)) {
            assertThat(dealt).containsAll(fresh);
        } else {
            assertThat(fresh.stream().filter(result -> !dealt.contains(result))).hasSizeLessThan(10);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsBesideASurvivorIsNotExportedAndAllElseIs(int seed) {
        var random = new Random(seed);

        var batches = BatchAssignment.deal(fresh(random.nextInt(60)), survivors(random.nextInt(30)), random);

        assertThat(batches).allSatisfy(batch -> assertThat(batch.exported()).isEqualTo(survivorsIn(batch) == 0));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void oneDeletionKeepsAtMost38ResultsOutOfTheExports(int seed) {
        var random = new Random(seed);
        List<Integer> survivors = new ArrayList<>(survivors(9 + random.nextInt(10)));

        int kept = 0;
        while (!survivors.isEmpty()) {
            for (var batch : BatchAssignment.deal(fresh(10 + random.nextInt(30)), survivors, random)) {
                kept += batch.exported() ? 0 : batch.results().size();
                survivors.removeAll(batch.results());
            }
        }

        assertThat(kept).isLessThanOrEqualTo(38);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 10, 18, 19, 40})
    void survivorsGoIntoAsFewBatchesAsPossible(int survivors) {
        var batches = BatchAssignment.deal(fresh(105), survivors(survivors), new Random(survivors));

        assertThat(batches.stream().filter(batch -> !batch.exported())).hasSize((survivors + 8) / 9);
        assertThat(batches.stream().mapToLong(BatchAssignmentTest::survivorsIn).sum())
                .isEqualTo(survivors);
    }

    @Test
    void theDealDoesNotFollowTheOrderOfArrival() {
        List<Integer> fresh = fresh(40);

        var one = BatchAssignment.deal(fresh, List.of(), new Random(1));
        var other = BatchAssignment.deal(fresh, List.of(), new Random(2));

        assertThat(one.get(0)).isNotEqualTo(other.get(0));
    }
}
