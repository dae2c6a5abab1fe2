package org.threesigns.storage;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Runs tasks that arrive while another is being committed in one transaction, where a server keeps the data. On PostgreSQL a whole sitting
 * takes 1.38 times the processor without it, the database included (docs/adr/0024). A task that arrives alone does not wait, and none waits
 * longer than a second for the batch before its own.
 */
public abstract class BatchExecutor<T, R> {

    /** As many as {@code hibernate.jdbc.batch_size} sends at once. */
    private static final int MOST = 50;

    private final DurableCommit commit;
    private final Duration patience;
    private final Lock turn = new ReentrantLock();
    private final Queue<Place<T, R>> waiting = new ConcurrentLinkedQueue<>();

    protected BatchExecutor(DurableCommit commit) {
        this(commit, Duration.ofSeconds(1));
    }

    BatchExecutor(DurableCommit commit, Duration patience) {
        this.commit = commit;
        this.patience = patience;
    }

    /** @param result empty where the task is to be tried in a transaction of its own */
    private record Place<T, R>(T task, CompletableFuture<Optional<R>> result) {}

    /** Gives each of these tasks its result, in their order, inside one transaction; what it throws rolls all of them back. */
    protected abstract List<R> execute(List<T> tasks);

    /** The result of this task, once it is on the disk; or throws what the task threw. */
    protected R submit(T task) {
        commit.requireNoTransaction();
        if (!commit.sharesTransactions()) {
            return alone(task);
        }
        var mine = new Place<T, R>(task, new CompletableFuture<>());
        waiting.add(mine);
        if (takesTurn()) {
            try {
                while (!mine.result().isDone()) {
                    run(nextBatch());
                }
            } finally {
                turn.unlock();
            }
        } else if (waiting.remove(mine)) {
            return alone(task);
        }
        return outcome(mine);
    }

    private boolean takesTurn() {
        try {
            return turn.tryLock(patience.toMillis(), MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<Place<T, R>> nextBatch() {
        var batch = new ArrayList<Place<T, R>>();
        @Nullable Place<T, R> next = waiting.poll();
        while (next != null) {
            batch.add(next);
            next = batch.size() < MOST ? waiting.poll() : null;
        }
        return batch;
    }

    private void run(List<Place<T, R>> batch) {
        try {
            List<R> results =
                    commit.durably(() -> execute(batch.stream().map(Place::task).toList()));
            for (int i = 0; i < results.size(); i++) {
                batch.get(i).result().complete(Optional.of(results.get(i)));
            }
        } catch (RuntimeException e) {
            if (batch.size() > 1 && isPerhapsOfOneTask(e)) {
                batch.forEach(place -> place.result().complete(Optional.empty()));
            }
            batch.forEach(place -> place.result().completeExceptionally(e));
        } finally { // an error: nobody waits for ever
            batch.forEach(place -> place.result().cancel(false));
        }
    }

    private static boolean isPerhapsOfOneTask(RuntimeException e) {
        return e instanceof DataIntegrityViolationException || e instanceof ConcurrencyFailureException;
    }

    private R outcome(Place<T, R> place) {
        try {
            return place.result().join().orElseGet(() -> alone(place.task()));
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private R alone(T task) {
        return commit.durably(() -> execute(List.of(task))).get(0);
    }
}
