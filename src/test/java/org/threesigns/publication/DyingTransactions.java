package org.threesigns.publication;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/** Transactions whose work is done, and which end before they commit. */
record DyingTransactions(TransactionOperations real) implements TransactionOperations {

    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> work) {
        return real.execute(status -> dieAfter(work, status));
    }

    private static <T extends @Nullable Object> T dieAfter(TransactionCallback<T> work, TransactionStatus status) {
        work.doInTransaction(status);
        throw new IllegalStateException("killed");
    }
}
