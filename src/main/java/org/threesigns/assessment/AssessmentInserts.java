package org.threesigns.assessment;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.threesigns.storage.BatchExecutor;
import org.threesigns.storage.DurableCommit;

/** Stores new results, those that arrive at one moment in one transaction. */
@Component
class AssessmentInserts extends BatchExecutor<AssessmentEntity, Boolean> {

    private final AssessmentRepository repository;
    private final AssessmentRows rows;
    private final Tombstones tombstones;

    AssessmentInserts(
            AssessmentRepository repository, AssessmentRows rows, Tombstones tombstones, DurableCommit commit) {
        super(commit);
        this.repository = repository;
        this.rows = rows;
        this.tombstones = tombstones;
    }

    /**
     * Returns once the result is on the disk.
     *
     * @return false, and it is not stored, if it was deleted before
     * @throws org.springframework.dao.DataIntegrityViolationException if there is one with this token
     */
    boolean insert(AssessmentEntity row) {
        return submit(row);
    }

    @Override
    protected List<Boolean> execute(List<AssessmentEntity> added) {
        rows.insert(added);
        // Only now: had the insert to wait for a deletion of the same result, that is over.
        Set<UUID> deleted =
                tombstones.among(added.stream().map(AssessmentEntity::id).toList());
        added.stream().filter(row -> deleted.contains(row.id())).forEach(repository::delete);
        return added.stream().map(row -> !deleted.contains(row.id())).toList();
    }
}
