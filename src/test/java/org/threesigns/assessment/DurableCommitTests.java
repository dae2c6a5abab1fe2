package org.threesigns.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class DurableCommitTests {

    private final List<String> order = new ArrayList<>();
    private final Ledger transactions = new Ledger(order);
    private final DurableCommit commit =
            new DurableCommit(new TransactionTemplate(transactions), failure -> order.add("failed"));

    @BeforeEach
    void syncAfterCommits() {
        transactions.addListener(new SyncedCommits(() -> order.add("sync")));
    }

    @Test
    void syncsAfterTheCommit() {
        assertThat(commit.durably(noting("work"))).isEqualTo("work");

        assertThat(order).containsExactly("begin", "work", "commit", "sync");
    }

    @Test
    void tellsWhoeverCommitsThatTheDiskHasFailed() {
        transactions.addListener(new SyncedCommits(() -> {
            throw new IllegalStateException("full");
        }));

        assertThatIllegalStateException()
                .isThrownBy(() -> commit.durably(noting("work")))
                .withMessage("full");

        assertThat(order).containsExactly("begin", "work", "commit", "sync", "failed");
    }

    @Test
    void syncsNothingAfterATransactionThatCannotWrite() {
        var reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);

        reading.execute(status -> order.add("work"));

        assertThat(order).containsExactly("begin", "work", "commit");
    }

    @Test
    void syncsNothingThatWasRolledBack() {
        assertThatIllegalStateException()
                .isThrownBy(() -> commit.durably(() -> {
                    throw new IllegalStateException();
                }));

        assertThat(order).containsExactly("begin", "rollback", "failed");
    }

    @Test
    void refusesToBePartOfAnotherTransaction() {
        assertThatIllegalStateException().isThrownBy(() -> commit.durably(() -> commit.durably(noting("inner"))));

        assertThat(order).containsExactly("begin", "rollback", "failed");
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

        Ledger(List<String> order) {
            this.order = order;
        }

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            order.add("begin");
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            order.add("commit");
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            order.add("rollback");
        }
    }
}
