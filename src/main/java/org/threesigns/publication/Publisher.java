package org.threesigns.publication;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.threesigns.assessment.AssessmentDeleted;
import org.threesigns.assessment.AssessmentReplaced;
import org.threesigns.scoring.Responses;
import org.threesigns.statistics.ResponseCounts;
import org.threesigns.statistics.UnreadableCountsException;

/**
 * Adds waiting results to the published counts, at least ten at a time. Administrators see only published counts, so comparing
 * the counts before and after singles out nobody.
 *
 * <p>Several servers may do this at once, and each may be killed at any moment: a result is counted and marked as counted in
 * one transaction, which has locked it.
 */
@Component
@EnableConfigurationProperties(PublicationProperties.class)
public class Publisher {

    /** How many results of a group one transaction takes: enough to keep up, few enough to keep no other transaction waiting. */
    static final int AT_ONCE = 250;

    /** In days: a century. */
    private static final int FOR_GOOD = 36_500;

    private final PublicationQueue queue;
    private final ResponseCells cells;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final int keptForDays;
    private final SecureRandom random = new SecureRandom();

    Publisher(
            PublicationQueue queue,
            ResponseCells cells,
            TransactionOperations transactions,
            Clock clock,
            PublicationProperties properties) {
        this.queue = queue;
        this.cells = cells;
        this.transactions = transactions;
        this.clock = clock;
        this.keptForDays = Objects.requireNonNullElse(properties.retentionDays(), FOR_GOOD);
    }

    /**
     * Publishes all that can be published now. A group that fails keeps no other waiting; its failure is thrown at the end,
     * with those of others as suppressed exceptions. A database that is away ends the round at once.
     *
     * @return how many results that is
     */
    public int publish() {
        queue.removeEmptied();
        var failures = new ArrayList<RuntimeException>();
        int published = queue.groupsOf(BatchAssignment.FEWEST).stream()
                .filter(cells::knows) // a newer server may have a version that is not here yet
                .mapToInt(group -> publishOrNote(group, failures))
                .sum();
        if (!failures.isEmpty()) {
            RuntimeException first = failures.remove(0);
            failures.forEach(first::addSuppressed);
            throw first;
        }
        return published;
    }

    private int publishOrNote(ResultGroup group, List<RuntimeException> failures) {
        try {
            return publishAll(group);
        } catch (DataAccessException | UnreadableCountsException e) {
            failures.add(e);
            return 0;
        }
    }

    private int publishAll(ResultGroup group) {
        int published = 0;
        int more;
        do {
            more = publishSome(group);
            published += more;
        } while (more >= AT_ONCE); // fewer are the last ones, and new results must not keep other groups waiting
        return published;
    }

    private int publishSome(ResultGroup group) {
        try {
            return transactions.execute(status -> publishAtOnce(group));
        } catch (DuplicateKeyException e) {
            // Another server was the first to count in this month; now there is a cell to add to.
            return transactions.execute(status -> publishAtOnce(group));
        }
    }

    private int publishAtOnce(ResultGroup group) {
        var fresh = queue.lockFresh(group, AT_ONCE);
        if (fresh.size() < BatchAssignment.FEWEST) {
            return 0;
        }
        var withdrawn = queue.lockWithdrawn(group, firstTakenBack(), AT_ONCE);
        var batches = BatchAssignment.deal(fresh, withdrawn, random);
        var month = YearMonth.now(clock);
        queue.publish(batches, group, month);
        List<WaitingResult> all =
                batches.stream().flatMap(batch -> batch.results().stream()).toList();
        int exported = batches.stream()
                .filter(DealtBatch::exported)
                .mapToInt(batch -> batch.results().size())
                .sum();
        cells.add(new Cell(group, month), count(group, all), exported);
        return all.size();
    }

    /**
     * Results in a batch are kept as long as the youngest of them. Results completed before this day are not put into another
     * batch, because a result whose batches are withdrawn again and again would never be deleted.
     */
    private LocalDate firstTakenBack() {
        return LocalDate.now(clock).minusDays(keptForDays / 2);
    }

    @EventListener
    void withdrawBatchOf(AssessmentReplaced replaced) {
        withdrawBatchOf(replaced.id());
    }

    @EventListener
    void withdrawBatchOf(AssessmentDeleted deleted) {
        withdrawBatchOf(deleted.id());
    }

    /** Takes the whole batch of a result out of the counts, in the transaction that changes or deletes the result. */
    private void withdrawBatchOf(UUID assessment) {
        queue.lockBatchOf(assessment).ifPresent(this::withdraw);
    }

    private void withdraw(Batch batch) {
        var results = queue.resultsOf(batch.id());
        ResultGroup group = results.get(0).group().withWording(batch.wording());
        cells.subtract(new Cell(group, batch.month()), count(group, results), batch.isExported() ? results.size() : 0);
        batch.withdraw();
    }

    private ResponseCounts count(ResultGroup group, List<WaitingResult> results) {
        List<Responses> responses =
                results.stream().map(WaitingResult::responses).toList();
        return ResponseCounts.of(cells.instrument(group), responses);
    }
}
