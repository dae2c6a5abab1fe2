package org.threesigns.storage;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Work that one does for all who ask for it at one moment: those who come while a group is at work are the next. Nobody
 * waits long for others: where a group takes its time, whoever comes after it goes alone.
 */
class BatchExecutor<T, R> {

    /** As many as {@code hibernate.jdbc.batch_size} sends at once. */
    private static final int MOST = 50;

    private final Function<List<T>, List<R>> work;
    private final Predicate<RuntimeException> ofOneTask;
    private final Duration patience;
    private final Lock turn = new ReentrantLock();
    private final Queue<Place<T, R>> line = new ConcurrentLinkedQueue<>();

    /**
     * @param work gives each of these tasks its result, in their order, or throws for all of them
     * @param ofOneTask whether a single task may be to blame for what the work threw; then all of its group are done
     *     again, each by itself
     * @param patience for how long anybody waits for the group before
     */
    BatchExecutor(Function<List<T>, List<R>> work, Predicate<RuntimeException> ofOneTask, Duration patience) {
        this.work = work;
        this.ofOneTask = ofOneTask;
        this.patience = patience;
    }

    /** What the work gives for this task; throws what it throws. */
    R join(T task) {
        var mine = new Place<T, R>(task);
        line.add(mine);
        if (!comesSoon()) {
            if (line.remove(mine)) {
                return alone(task);
            }
            turn.lock(); // whoever has it is at work for this task
        }
        try {
            while (!mine.over) {
                workFor(next());
            }
        } finally {
            turn.unlock();
        }
        return mine.again ? alone(task) : mine.outcome();
    }

    private boolean comesSoon() {
        try {
            return turn.tryLock(patience.toMillis(), MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private R alone(T task) {
        return work.apply(List.of(task)).get(0);
    }

    private List<Place<T, R>> next() {
        var group = new ArrayList<Place<T, R>>();
        while (group.size() < MOST) {
            Place<T, R> place = line.poll();
            if (place == null) {
                break;
            }
            group.add(place);
        }
        return group;
    }

    private void workFor(List<Place<T, R>> group) {
        try {
            List<R> results = work.apply(group.stream().map(place -> place.task).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).result = results.get(i);
            }
        } catch (RuntimeException e) {
            boolean again = group.size() > 1 && ofOneTask.test(e);
            group.forEach(place -> place.fail(e, again));
        } finally {
            group.forEach(place -> place.over = true);
        }
    }

    /** In the line; written and read by whoever has the turn. */
    private static final class Place<T, R> {

        private final T task;
        private boolean over;
        private boolean again;
        private @Nullable R result;
        private @Nullable RuntimeException failure;

        Place(T task) {
            this.task = task;
        }

        void fail(RuntimeException e, boolean toBeDoneAgain) {
            failure = e;
            again = toBeDoneAgain;
        }

        R outcome() {
            if (result != null) {
                return result;
            }
            throw failure != null ? failure : new IllegalStateException("The work for this group was broken off");
        }
    }
}
