package org.threesigns.storage;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/**
 * Returns from the commit of a transaction that may have written only when the data is on the disk. It waits without the
 * connection, which others can use meanwhile.
 */
class DurableTransactionManager implements PlatformTransactionManager {

    private final PlatformTransactionManager transactions;
    private final FsyncCoalescer disk;

    /** @param disk the commit throws what it throws */
    DurableTransactionManager(PlatformTransactionManager transactions, FsyncCoalescer disk) {
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
            disk.await();
        }
    }

    @Override
    public void rollback(TransactionStatus status) {
        transactions.rollback(status);
    }
}
