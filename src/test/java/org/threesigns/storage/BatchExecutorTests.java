package org.threesigns.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionOperations;

/** The first is at work until all the others stand in the line, so who shares a group is made, not hoped for. */
@Timeout(30)
class BatchExecutorTests {

    private static final String FIRST = "first";

    private final CountDownLatch go = new CountDownLatch(1);
    private final List<List<String>> worked = Collections.synchronizedList(new ArrayList<>());
    private final BatchExecutor<String, Integer> groups = groups(Duration.ofSeconds(20));

    @Test
    void makeAGroupOfAllWhoCameWhileTheFirstWasAtWork() throws Exception {
        var asked = lineUpBehindTheFirst("a", "bb", "ccc");

        go.countDown();

        assertThat(results(asked)).containsExactly(5, 1, 2, 3);
        assertThat(worked).containsExactly(List.of(FIRST), List.of("a", "bb", "ccc"));
    }

    @Test
    void doAgainByItselfEachOfAGroupThatWasRefusedBecauseOfOne() throws Exception {
        var asked = lineUpBehindTheFirst("a", "refused", "ccc");

        go.countDown();

        assertThat(asked.get(1).get()).isEqualTo(1);
        assertThat(asked.get(3).get()).isEqualTo(3);
        assertThatThrownBy(asked.get(2)::get).hasCauseInstanceOf(DataIntegrityViolationException.class);
        assertThat(worked)
                .startsWith(List.of(FIRST), List.of("a", "refused", "ccc"))
                .contains(List.of("a"), List.of("refused"), List.of("ccc"));
    }

    @Test
    void tellEachOfAGroupWhatWouldFailForEach() throws Exception {
        var asked = lineUpBehindTheFirst("a", "away", "ccc");

        go.countDown();

        assertThat(asked.get(0).get()).isEqualTo(5);
        for (var each : asked.subList(1, 4)) {
            assertThatThrownBy(each::get).hasCause(new IllegalStateException("away"));
        }
        assertThat(worked).hasSize(2);
    }

    @Test
    void doNotDoAgainWhatWasRefusedToOneAlone() {
        assertThatThrownBy(() -> groups.submit("refused")).isInstanceOf(DataIntegrityViolationException.class);

        assertThat(worked).hasSize(1);
    }

    @Test
    void leaveNobodyWaitingForOneWhoseWorkWasBrokenOff() throws Exception {
        var asked = lineUpBehindTheFirst("a", "error", "ccc");

        go.countDown();

        for (var each : asked.subList(1, 4)) {
            assertThatThrownBy(each::get).isInstanceOf(ExecutionException.class);
        }
        assertThat(groups.submit("dddd")).isEqualTo(4);
    }

    @Test
    void areOfFiftyAtMost() throws Exception {
        var asked = lineUpBehindTheFirst(
                IntStream.range(0, 60).mapToObj(Integer::toString).toArray(String[]::new));

        go.countDown();

        results(asked);
        assertThat(worked.stream().map(List::size)).containsExactly(1, 50, 10);
    }

    @Test
    void letWhoeverWouldWaitTooLongGoAlone() throws Exception {
        var hasty = groups(Duration.ofMillis(20));
        var first = new FutureTask<>(() -> hasty.submit(FIRST));
        new Thread(first).start();
        Awaitility.await().until(() -> !worked.isEmpty());

        assertThat(hasty.submit("bb")).isEqualTo(2);

        assertThat(first.isDone()).isFalse();
        go.countDown();
        assertThat(first.get()).isEqualTo(5);
        assertThat(worked).containsExactly(List.of(FIRST), List.of("bb"));
    }

    private BatchExecutor<String, Integer> groups(Duration patience) {
        return new BatchExecutor<>(new DurableCommit(TransactionOperations.withoutTransaction(), true), patience) {
            @Override
            protected List<Integer> execute(List<String> tasks) {
                return work(tasks);
            }
        };
    }

    private List<Integer> work(List<String> tasks) {
        worked.add(tasks);
        if (tasks.contains(FIRST)) {
            Awaitility.await().until(() -> go.getCount() == 0);
        }
        if (tasks.contains("refused")) {
            throw new DataIntegrityViolationException("refused");
        }
        if (tasks.contains("away")) {
            throw new IllegalStateException("away");
        }
        if (tasks.contains("error")) {
            throw new AssertionError("error");
        }
        return tasks.stream().map(String::length).toList();
    }

    private List<FutureTask<Integer>> lineUpBehindTheFirst(String... tasks) {
        var asked = new ArrayList<FutureTask<Integer>>();
        asked.add(ask(FIRST));
        Awaitility.await().pollInterval(Duration.ofMillis(1)).until(() -> !worked.isEmpty());
        for (String task : tasks) {
            asked.add(ask(task));
        }
        return asked;
    }

    /** Returns once it stands in the line, or works. */
    private FutureTask<Integer> ask(String task) {
        var asked = new FutureTask<>(() -> groups.submit(task));
        var thread = new Thread(asked);
        thread.start();
        Awaitility.await()
                .pollInterval(Duration.ofMillis(1))
                .until(() ->
                        thread.getState() == Thread.State.TIMED_WAITING || (task.equals(FIRST) && !worked.isEmpty()));
        return asked;
    }

    private static List<Integer> results(List<FutureTask<Integer>> asked) throws Exception {
        var results = new ArrayList<Integer>();
        for (var each : asked) {
            results.add(each.get());
        }
        return results;
    }
}
