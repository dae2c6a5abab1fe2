package org.threesigns.publication;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.threesigns.assessment.BulkResults;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.statistics.ResponseCounter;

/**
 * Imports results that another system has collected, in batches of their own. They never share a batch with results that were
 * given here: someone who has the imported file would know all others of such a batch.
 */
@Component
public class ResultImporter {

    private static final int CHUNK = 10 * BatchAssignment.FEWEST;

    private final ImportBatches batches;
    private final BulkResults rows;
    private final ResponseCells cells;
    private final TransactionTemplate transactions;
    private final SecureRandom random = new SecureRandom();

    ResultImporter(
            ImportBatches batches,
            BulkResults rows,
            ResponseCells cells,
            PlatformTransactionManager transactionManager) {
        this.batches = batches;
        this.rows = rows;
        this.cells = cells;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /** Stores and counts results, in the caller's transaction or in one of its own. */
    public void importResults(List<CompletedAssessment> results) {
        var plan = new ImportPlan();
        results.forEach(plan::add);
        importResults(plan, null, results::forEach);
    }

    /**
     * Stores and counts results, in the caller's transaction or in one of its own.
     *
     * @param plan made of the same results
     * @param number by which the import can be undone; null for one that is never undone
     * @param results passes on each result
     */
    public void importResults(ImportPlan plan, @Nullable Long number, Consumer<Consumer<CompletedAssessment>> results) {
        transactions.executeWithoutResult(status -> {
            var intake = new Intake(plan, number);
            results.accept(intake::add);
            intake.finish();
        });
    }

    /**
     * Deletes all results of an import and takes them out of the counts, in the caller's transaction or in one of its own.
     *
     * @return how many were deleted
     */
    public int undo(long number) {
        return transactions.execute(status -> {
            List<UUID> all = batches.lock(number);
            var counted = batches.count(number);
            int results = rows.deleteOf(all);
            batches.delete(number);
            counted.forEach((cell, counter) -> cells.subtractExported(cell, counter.counts()));
            return results;
        });
    }

    /** One import on its way into batches: only some hundreds of results for each cell are in memory at a time. */
    private final class Intake {

        private final ImportPlan plan;
        private final @Nullable Long number;
        private final Map<Optional<Cell>, List<CompletedAssessment>> waiting = new LinkedHashMap<>();
        private final Map<Cell, ResponseCounter> counted = new TreeMap<>();

        Intake(ImportPlan plan, @Nullable Long number) {
            this.plan = plan;
            this.number = number;
        }

        /** Keeps ten back, so that the last results of a cell are enough for a batch. */
        void add(CompletedAssessment result) {
            Optional<Cell> cell = plan.cellOf(result);
            List<CompletedAssessment> others = waiting.computeIfAbsent(cell, none -> new ArrayList<>());
            others.add(result);
            if (others.size() == CHUNK + BatchAssignment.FEWEST) {
                List<CompletedAssessment> some = others.subList(0, CHUNK);
                store(cell, some);
                some.clear();
            }
        }

        /** Stores the rest. The counts come last, because others wait for them until the transaction ends. */
        void finish() {
            waiting.forEach(this::store);
            counted.forEach((cell, counter) -> cells.addExported(cell, counter.counts()));
        }

        private void store(Optional<Cell> cell, List<CompletedAssessment> results) {
            var byBatch = new LinkedHashMap<UUID, List<CompletedAssessment>>();
            List<DealtBatch<CompletedAssessment>> dealt = cell.isEmpty()
                    ? List.of(new DealtBatch<>(results, false))
                    : BatchAssignment.deal(results, List.of(), random);
            dealt.forEach(batch -> byBatch.put(UUID.randomUUID(), batch.results()));
            batches.insert(byBatch.keySet(), cell.orElse(null), number);
            rows.insert(byBatch);
            cell.ifPresent(each -> count(each, results));
        }

        private void count(Cell cell, List<CompletedAssessment> results) {
            ResponseCounter counter =
                    counted.computeIfAbsent(cell, none -> new ResponseCounter(cells.instrument(cell.group())));
            results.forEach(result -> counter.add(result.responses()));
        }
    }
}
