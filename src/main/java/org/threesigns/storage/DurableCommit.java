package org.threesigns.storage;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/**
 * Work in a transaction of its own, which is over only when it has reached the disk: a server such as PostgreSQL sees to
 * that by itself, and for H2 {@link DurableTransactionManager} does.
 */
public class DurableCommit {

    /** Many times what a group takes: a server that takes longer is not well. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final TransactionOperations transactions;
    private final boolean inGroups;

    /** @param inGroups whether a transaction is dear enough to be shared */
    DurableCommit(TransactionOperations transactions, boolean inGroups) {
        this.transactions = transactions;
        this.inGroups = inGroups;
    }

    /**
     * Does the work, commits, and waits for the disk; also where the work only read, as what it has read may not be there yet.
     *
     * @throws IllegalStateException inside another transaction, the end of which nobody here could wait for
     */
    public <T> T durably(Supplier<T> work) {
        requireNoTransaction();
        return transactions.execute(status -> work.get());
    }

    /**
     * The same for work that many ask for at one moment: they may share a transaction. What is refused because of one of
     * them, each of them tries in a transaction of its own.
     *
     * @param work gives each of these tasks its result, in their order
     */
    public <T, R> Function<T, R> durablyInGroups(Function<List<T>, List<R>> work) {
        if (!inGroups) {
            return task -> durably(() -> work.apply(List.of(task)).get(0));
        }
        var groups = new BatchExecutor<T, R>(
                tasks -> durably(() -> work.apply(tasks)),
                e -> e instanceof DataIntegrityViolationException || e instanceof ConcurrencyFailureException,
                PATIENCE);
        return task -> {
            requireNoTransaction();
            return groups.join(task);
        };
    }

    private static void requireNoTransaction() {
        Assert.state(
                !TransactionSynchronizationManager.isActualTransactionActive(),
                "A durable commit cannot be part of another transaction");
    }
}
