package org.threesigns.assessment;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Lets no transaction that may have written be over before the disk has what it wrote: whoever is told that something is
 * done can rely on it.
 */
class SyncedCommits implements TransactionExecutionListener {

    private final Runnable disk;

    /** @param disk returns once all that was committed before is on the disk; what it throws reaches whoever commits */
    SyncedCommits(Runnable disk) {
        this.disk = disk;
    }

    @Override
    public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null && !transaction.isReadOnly()) {
            disk.run();
        }
    }
}
