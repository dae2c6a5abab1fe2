package org.threesigns.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.threesigns.assessment.BulkResults;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.statistics.ResponseCounter;

/** One import on its way into batches: only some hundreds of results for each cell are in memory at a time. */
class ImportIntake {

    private static final int AT_ONCE = 10 * BatchAssignment.FEWEST;

    private final ImportPlan plan;
    private final @Nullable Long number;
    private final ImportBatches batches;
    private final BulkResults rows;
    private final ResponseCells cells;
    private final RandomGenerator random;
    private final Map<Optional<Cell>, List<CompletedAssessment>> waiting = new LinkedHashMap<>();
    private final Map<Cell, ResponseCounter> counted = new TreeMap<>();

    ImportIntake(
            ImportPlan plan,
            @Nullable Long number,
            ImportBatches batches,
            BulkResults rows,
            ResponseCells cells,
            RandomGenerator random) {
        this.plan = plan;
        this.number = number;
        this.batches = batches;
        this.rows = rows;
        this.cells = cells;
        this.random = random;
    }

    /** Keeps ten back, so that the last results of a cell are enough for a batch. */
    void add(CompletedAssessment result) {
        Optional<Cell> cell = plan.cellOf(result);
        List<CompletedAssessment> others = waiting.computeIfAbsent(cell, none -> new ArrayList<>());
        others.add(result);
        if (others.size() == AT_ONCE + BatchAssignment.FEWEST) {
            List<CompletedAssessment> some = others.subList(0, AT_ONCE);
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
