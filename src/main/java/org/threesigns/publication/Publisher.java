package org.threesigns.publication;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.threesigns.scoring.Responses;
import org.threesigns.statistics.ResponseCounts;

/**
 * Takes waiting results into the published counts, ten or more at a time. What an administrator can see is what has been
 * published, so nobody can be found by looking before and after.
 *
 * <p>Several copies of the application may do this at once, and each may be killed at any moment: a result is counted
 * and marked as counted in one transaction, by whoever holds it.
 */
@Component
public class Publisher {

    /** How many of a group are taken in one transaction: enough to keep up, few enough that nobody waits long for one. */
    static final int AT_ONCE = 250;

    /** In days: a century. */
    static final int FOR_GOOD = 36_500;

    private final PublicationQueue queue;
    private final ResponseCells cells;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final int keptForDays;
    private final SecureRandom random = new SecureRandom();

    @Autowired
    Publisher(
            PublicationQueue queue,
            ResponseCells cells,
            PlatformTransactionManager transactionManager,
            @Value("${three-signs.retention-days:" + FOR_GOOD + "}") int keptForDays) {
        this(queue, cells, new TransactionTemplate(transactionManager), Clock.systemUTC(), keptForDays);
    }

    /** @param keptForDays how many days a result is kept that is in no batch */
    Publisher(
            PublicationQueue queue,
            ResponseCells cells,
            TransactionOperations transactions,
            Clock clock,
            int keptForDays) {
        this.queue = queue;
        this.cells = cells;
        this.transactions = transactions;
        this.clock = clock;
        this.keptForDays = keptForDays;
    }

    /**
     * Publishes all that can be published now.
     *
     * @return how many results that is
     */
    public int publish() {
        queue.removeEmptied();
        return queue.groupsOf(BatchAssignment.FEWEST).stream()
                .filter(cells::knows) // a newer copy may have a version that is not here yet
                .mapToInt(this::publishAll)
                .sum();
    }

    private int publishAll(ResultGroup group) {
        int published = 0;
        int more;
        do {
            more = publishSome(group);
            published += more;
        } while (more >= AT_ONCE); // else nearly all is done, and what comes meanwhile must not keep others waiting
        return published;
    }

    private int publishSome(ResultGroup group) {
        try {
            return publishAtOnce(group);
        } catch (DuplicateKeyException e) {
            // Another copy was the first to count in this month; now there is a cell to add to.
            return publishAtOnce(group);
        }
    }

    private int publishAtOnce(ResultGroup group) {
        Integer published = transactions.execute(status -> publishWhatIsFree(group));
        return published == null ? 0 : published;
    }

    private int publishWhatIsFree(ResultGroup group) {
        var fresh = queue.holdFresh(group, AT_ONCE);
        if (fresh.size() < BatchAssignment.FEWEST) {
            return 0;
        }
        return publish(group, fresh, queue.holdWithdrawn(group, firstTakenBack(), AT_ONCE), YearMonth.now(clock));
    }

    /**
     * Results in a batch are kept as long as the youngest of it. Older ones than this are not put into another batch: else one
     * that its batches are withdrawn from again and again would stay for ever.
     */
    private LocalDate firstTakenBack() {
        return LocalDate.now(clock).minusDays(keptForDays / 2);
    }

    private int publish(ResultGroup group, List<WaitingResult> fresh, List<WaitingResult> withdrawn, YearMonth month) {
        var batches = BatchAssignment.deal(fresh, withdrawn, random);
        batches.forEach(batch -> queue.publish(batch, UUID.randomUUID(), month));
        List<WaitingResult> all = batches.stream().flatMap(List::stream).toList();
        cells.add(group, month, count(group, all));
        return all.size();
    }

    /**
     * Publishes results of another system in their own months, as far as at least ten of a month go together; the others
     * wait like any that came here. Part of the caller's transaction.
     */
    void publishInTheirMonths(Map<YearMonth, List<WaitingResult>> byMonth) {
        new TreeMap<>(byMonth)
                .forEach((month, results) -> byGroup(results).forEach((group, all) -> {
                    if (all.size() >= BatchAssignment.FEWEST) {
                        publish(group, all, List.of(), month);
                    }
                }));
    }

    /** In the order of the groups, which all copies share. */
    private static Map<ResultGroup, List<WaitingResult>> byGroup(List<WaitingResult> results) {
        return results.stream().collect(groupingBy(WaitingResult::group, TreeMap::new, toList()));
    }

    /** Takes the whole batch of a result out of the counts again. Part of the caller's transaction. */
    void withdrawBatchOf(UUID assessment) {
        queue.batchOf(assessment).ifPresent(batch -> queue.hold(batch).ifPresent(month -> withdraw(batch, month)));
    }

    private void withdraw(UUID batch, YearMonth month) {
        var results = queue.resultsOf(batch);
        ResultGroup group = results.get(0).group();
        cells.subtract(group, month, count(group, results));
        queue.withdraw(batch);
    }

    private ResponseCounts count(ResultGroup group, List<WaitingResult> results) {
        List<Responses> responses =
                results.stream().map(WaitingResult::responses).toList();
        return ResponseCounts.of(cells.instrument(group), responses);
    }
}
