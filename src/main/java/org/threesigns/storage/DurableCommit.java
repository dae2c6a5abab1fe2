package org.threesigns.storage;

import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/**
 * Work in a transaction of its own, which is over only when it has reached the disk: a server such as PostgreSQL sees to
 * that by itself, and for H2 {@link DurableTransactionManager} does.
 */
public class DurableCommit {

    private final TransactionOperations transactions;

    DurableCommit(TransactionOperations transactions) {
        this.transactions = transactions;
    }

    /**
     * Commits and waits for the disk, also after reads, because what was read may not be on disk yet.
     *
     * @throws IllegalStateException inside another transaction, the end of which nobody here could wait for
     */
    public <T> T durably(Supplier<T> work) {
        Assert.state(
                !TransactionSynchronizationManager.isActualTransactionActive(),
                "A durable commit cannot be part of another transaction");
        return transactions.execute(status -> work.get());
    }
}
