package org.threesigns.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class DurableCommitTests {

    private final List<String> order = new ArrayList<>();
    private final PlatformTransactionManager transactions =
            new DurableTransactionManager(new Ledger(order), new FsyncCoalescer(() -> order.add("sync")));
    private final DurableCommit commit = durableCommit(transactions);

    @Test
    void syncsOnceTheTransactionHasLetGoOfAllItHeld() {
        assertThat(commit.durably(noting("work"))).isEqualTo("work");

        assertThat(order).containsExactly("begin", "work", "commit", "let go", "sync");
    }

    @Test
    void tellsWhoeverCommitsThatTheDiskHasFailed() {
        var full = durableCommit(new DurableTransactionManager(new Ledger(order), new FsyncCoalescer(() -> {
            throw new IllegalStateException("full");
        })));

        assertThatIllegalStateException()
                .isThrownBy(() -> full.durably(noting("work")))
                .withMessage("full");

        assertThat(order).containsExactly("begin", "work", "commit", "let go");
    }

    @Test
    void syncsOnceForATransactionAndThoseThatJoinedIt() {
        var template = new TransactionTemplate(transactions);

        template.execute(outer -> template.execute(inner -> order.add("work")));

        assertThat(order).containsExactly("begin", "work", "commit", "let go", "sync");
    }

    @Test
    void syncsNothingAfterATransactionThatCannotWrite() {
        var reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);

        reading.execute(status -> order.add("work"));

        assertThat(order).containsExactly("begin", "work", "commit", "let go");
    }

    @Test
    void syncsNothingThatWasRolledBack() {
        assertThatIllegalStateException()
                .isThrownBy(() -> commit.durably(() -> {
                    throw new IllegalStateException();
                }));

        assertThat(order).containsExactly("begin", "rollback", "let go");
    }

    @Test
    void refusesToBePartOfAnotherTransaction() {
        assertThatIllegalStateException().isThrownBy(() -> commit.durably(() -> commit.durably(noting("inner"))));

        assertThat(order).containsExactly("begin", "rollback", "let go");
    }

    private static DurableCommit durableCommit(PlatformTransactionManager manager) {
        return new DurableCommit(new TransactionTemplate(manager));
    }

    private Supplier<String> noting(String word) {
        return () -> {
            order.add(word);
            return word;
        };
    }

    /** Transactions that only write down what becomes of them. */
    @SuppressWarnings("serial") // never serialised
    private static final class Ledger extends AbstractPlatformTransactionManager {

        private final transient List<String> order;
        private boolean open;

        Ledger(List<String> order) {
            this.order = order;
        }

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected boolean isExistingTransaction(Object transaction) {
            return open;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            order.add("begin");
            open = true;
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            order.add("commit");
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            order.add("rollback");
        }

        @Override
        protected void doCleanupAfterCompletion(Object transaction) {
            order.add("let go");
            open = false;
        }
    }
}
