package org.threesigns.assessment;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/**
 * The store of completed assessments: each is found, changed and deleted by its token alone.
 *
 * <p>Whatever changes the store returns only once the change is on the disk, and must not be called inside a
 * transaction. When the database is away or does not answer in time, every method throws one of
 * {@link org.springframework.dao.DataAccessException} and {@link org.springframework.transaction.TransactionException};
 * catch both, and say "not saved". That is safe even if the change did reach the database: a repeat of the same call
 * ends where the first one would have.
 */
@Service
public class Assessments {

    private final AssessmentRepository rows;
    private final DurableCommit commit;
    private final ApplicationEventPublisher events;

    Assessments(AssessmentRepository rows, DurableCommit commit, ApplicationEventPublisher events) {
        this.rows = rows;
        this.commit = commit;
        this.events = events;
    }

    /** Stores a result under this token. One token, one result: a repeat, whatever it brings, keeps the first. */
    public void save(AssessmentToken token, CompletedAssessment completed) {
        try {
            commit.durably(() -> insert(token, completed));
        } catch (DataIntegrityViolationException refusal) {
            requireSaved(token, refusal);
        }
    }

    /** The result with this token; empty when there is none, for whatever reason. */
    public Optional<CompletedAssessment> find(AssessmentToken token) {
        return rows.findByTokenHash(token.hash()).map(AssessmentEntity::completed);
    }

    /**
     * Gives the result other answers under the same token.
     *
     * @return false, and nothing is stored, if there is no such result
     */
    public boolean replace(AssessmentToken token, CompletedAssessment completed) {
        return changeLocked(token, row -> {
            events.publishEvent(new AssessmentReplaced(row.id()));
            row.replaceWith(completed);
        });
    }

    /**
     * Deletes the result and all that refers to it.
     *
     * @return false if there is no such result
     */
    public boolean delete(AssessmentToken token) {
        return changeLocked(token, row -> {
            events.publishEvent(new AssessmentDeleted(row.id()));
            rows.delete(row);
        });
    }

    /** The versions that stored results were given, and by which alone these can be read. */
    public Set<InstrumentVersion> versionsInUse() {
        return rows.findVersionsInUse();
    }

    private AssessmentEntity insert(AssessmentToken token, CompletedAssessment completed) {
        var row = rows.saveAndFlush(new AssessmentEntity(token, completed));
        events.publishEvent(new AssessmentSaved(row.id()));
        return row;
    }

    /** A refused insert is a repeat if the first is there; the first may not be on the disk yet, so it waits as well. */
    private void requireSaved(AssessmentToken token, DataIntegrityViolationException refusal) {
        boolean saved = commit.durably(() -> rows.existsByTokenHash(token.hash()));
        if (!saved) {
            throw refusal;
        }
    }

    private boolean changeLocked(AssessmentToken token, Consumer<AssessmentEntity> change) {
        return commit.durably(() -> {
            var row = rows.lockByTokenHash(token.hash());
            row.ifPresent(change);
            return row.isPresent();
        });
    }
}
