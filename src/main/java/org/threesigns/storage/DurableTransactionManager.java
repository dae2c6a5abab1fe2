package org.threesigns.storage;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/**
 * Lets no transaction that may have written be over before the disk has what it wrote: whoever is told that something is
 * done can rely on it. Waits without the connection, which is free for others meanwhile.
 */
class DurableTransactionManager implements PlatformTransactionManager {

    private final PlatformTransactionManager transactions;
    private final Runnable disk;

    /** @param disk returns once all that was committed before is on the disk; what it throws reaches whoever commits */
    DurableTransactionManager(PlatformTransactionManager transactions, Runnable disk) {
        this.transactions = transactions;
        this.disk = disk;
    }

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
        return transactions.getTransaction(definition);
    }

    @Override
    public void commit(TransactionStatus status) {
        transactions.commit(status);
        if (status.isNewTransaction() && !status.isReadOnly()) {
            disk.run();
        }
    }

    @Override
    public void rollback(TransactionStatus status) {
        transactions.rollback(status);
    }
}
