package org.threesigns.assessment;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/**
 * Work in a transaction of its own, which is over only when it has reached the disk.
 *
 * <p>A server such as PostgreSQL commits to the disk by itself. H2 commits to its file, which a killed process cannot
 * take back but a power cut can; so here the file is synchronised after the commit and before anybody is told.
 */
class DurableCommit {

    private final TransactionOperations transactions;
    private final Runnable disk;
    private final Consumer<RuntimeException> onFailure;

    /**
     * @param disk returns once all that was committed before is on the disk
     * @param onFailure looks at whatever the work, the commit or the disk threw, before the caller does
     */
    DurableCommit(TransactionOperations transactions, Runnable disk, Consumer<RuntimeException> onFailure) {
        this.transactions = transactions;
        this.disk = disk;
        this.onFailure = onFailure;
    }

    /**
     * Does the work, commits, and waits for the disk.
     *
     * <p>The wait is there for work that only read, too: what it has read may not be on the disk yet.
     *
     * @throws IllegalStateException inside another transaction, the end of which nobody here could wait for
     */
    <T> T durably(Supplier<T> work) {
        Assert.state(
                !TransactionSynchronizationManager.isActualTransactionActive(),
                "A durable commit cannot be part of another transaction");
        try {
            T result = transactions.execute(status -> work.get());
            disk.run();
            return result;
        } catch (RuntimeException e) {
            onFailure.accept(e);
            throw e;
        }
    }
}
