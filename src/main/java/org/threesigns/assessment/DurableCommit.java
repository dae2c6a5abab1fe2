package org.threesigns.assessment;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/**
 * Work in a transaction of its own, which is over only when it has reached the disk: a server such as PostgreSQL sees to
 * that by itself, and for H2 {@link SyncedCommits} does.
 */
class DurableCommit {

    private final TransactionOperations transactions;
    private final Consumer<RuntimeException> onFailure;

    /** @param onFailure looks at whatever the work, the commit or the disk threw, before the caller does */
    DurableCommit(TransactionOperations transactions, Consumer<RuntimeException> onFailure) {
        this.transactions = transactions;
        this.onFailure = onFailure;
    }

    /**
     * Does the work, commits, and waits for the disk; also where the work only read, as what it has read may not be there yet.
     *
     * @throws IllegalStateException inside another transaction, the end of which nobody here could wait for
     */
    <T> T durably(Supplier<T> work) {
        Assert.state(
                !TransactionSynchronizationManager.isActualTransactionActive(),
                "A durable commit cannot be part of another transaction");
        try {
            return transactions.execute(status -> work.get());
        } catch (RuntimeException e) {
            onFailure.accept(e);
            throw e;
        }
    }
}
