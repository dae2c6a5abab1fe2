package org.threesigns.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.threesigns.storage.DurableCommit;

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

    /**
     * For how many days after it was made a token may be saved for the first time. Callers refuse older tokens, because the
     * store does not remember deleted results for longer.
     */
    public static final int DAYS_TO_SAVE = 7;

    private final AssessmentRepository repository;
    private final AssessmentRows rows;
    private final Tombstones tombstones;
    private final DurableCommit commit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Assessments(
            AssessmentRepository repository,
            AssessmentRows rows,
            Tombstones tombstones,
            DurableCommit commit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.rows = rows;
        this.tombstones = tombstones;
        this.commit = commit;
        this.events = events;
        this.clock = clock;
    }

    /** Stores a result under this token. One token, one result: a repeat, whatever it brings, keeps the first. */
    public Saved save(AssessmentToken token, CompletedAssessment completed) {
        return save(new AssessmentEntity(token, completed, false));
    }

    /** Stores a result in the same way, but for its owner alone: it is never counted in any statistics. */
    public Saved saveUncounted(AssessmentToken token, CompletedAssessment completed) {
        return save(new AssessmentEntity(token, completed, true));
    }

    /** Deletes all results of this version, as if they had never been: for a preview, whose questions change. */
    public void forgetAll(String instrument, int version) {
        rows.deleteAll(instrument, version);
    }

    private Saved save(AssessmentEntity row) {
        try {
            return commit.durably(() -> insert(row)) ? Saved.FIRST : Saved.DELETED;
        } catch (DataIntegrityViolationException refusal) {
            return isThere(row.id(), refusal) ? Saved.REPEAT : Saved.DELETED;
        }
    }

    private boolean insert(AssessmentEntity row) {
        rows.insert(row);
        // Only now: had the insert to wait for a deletion of the same result, that is over.
        boolean deleted = tombstones.standsFor(row.id());
        if (deleted) {
            repository.delete(row);
        }
        return !deleted;
    }

    /** The result with this token; empty when there is none, for whatever reason. */
    public Optional<CompletedAssessment> find(AssessmentToken token) {
        return rows.find(token);
    }

    /**
     * Gives the result other answers under the same token.
     *
     * @param change computes the new result from the stored one, whose row is locked meanwhile
     * @return false, and nothing is stored, if there is no such result
     */
    public boolean replace(AssessmentToken token, UnaryOperator<CompletedAssessment> change) {
        return changeLocked(token, row -> {
            events.publishEvent(new AssessmentReplaced(row.id()));
            row.replaceWith(change.apply(row.completed()));
        });
    }

    /**
     * Deletes the result and all that refers to it.
     *
     * @return false if there is no such result
     */
    public boolean delete(AssessmentToken token) {
        return changeLocked(token, row -> {
            delete(row);
            rows.recordDeletion(LocalDate.now(clock), "respondent", 1);
        });
    }

    /**
     * Deletes those of these results that were completed before a day, with all that refers to them, in one transaction.
     * Skips rows that another transaction has locked, on this server or another.
     *
     * @param ids keys of rows; a few dozen at most, because all of them are locked meanwhile
     * @return how many were deleted
     */
    public int deleteCompletedBefore(LocalDate day, Collection<UUID> ids) {
        return commit.durably(() -> {
            var due = repository.lockFreeCompletedBefore(day, ids);
            due.forEach(this::delete);
            if (!due.isEmpty()) {
                rows.recordDeletion(LocalDate.now(clock), "retention", due.size());
            }
            return due.size();
        });
    }

    /** The versions of the stored results, which are needed to read them. */
    public Set<InstrumentVersion> versionsInUse() {
        return rows.versionsInUse();
    }

    private void delete(AssessmentEntity row) {
        events.publishEvent(new AssessmentDeleted(row.id()));
        tombstones.setFor(row);
        repository.delete(row);
    }

    /**
     * A refused insert is a repeat if the first is there, or was until a moment ago. What is found may not be on the disk
     * yet, so it waits as well.
     */
    private boolean isThere(UUID id, DataIntegrityViolationException refusal) {
        return commit.durably(() -> {
            boolean there = repository.existsById(id);
            if (!there && !tombstones.standsFor(id)) {
                throw refusal;
            }
            return there;
        });
    }

    private boolean changeLocked(AssessmentToken token, Consumer<AssessmentEntity> change) {
        return commit.durably(() -> {
            var row = repository.lockById(token.key());
            row.ifPresent(change);
            return row.isPresent();
        });
    }
}
