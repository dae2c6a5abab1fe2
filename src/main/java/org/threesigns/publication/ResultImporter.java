package org.threesigns.publication;

import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.threesigns.assessment.BulkResults;
import org.threesigns.assessment.CompletedAssessment;

/**
 * Imports results that another system has collected, in batches of their own. They never share a batch with results that were
 * given here: someone who has the imported file would know all others of such a batch.
 */
@Component
public class ResultImporter {

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
            var intake = new ImportIntake(plan, number, batches, rows, cells, random);
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
}
