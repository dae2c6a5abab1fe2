package org.threesigns.assessment;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.threesigns.storage.DurableCommit;

/**
 * Second keys to a result, each of which shows chosen scales until a day, and nothing else: none can delete, change or
 * share again. All of them end when the answers change, and go with the result.
 *
 * <p>The methods fail as those of {@link Assessments} do when the database is away.
 */
@Service
public class Shares {

    public static final int MOST_DAYS = 90;

    /** How many shares of one result can be open at once. */
    public static final int MOST_OPEN = 10;

    private static final Logger log = LoggerFactory.getLogger(Shares.class);

    private final AssessmentRepository assessments;
    private final ShareRepository rows;
    private final DurableCommit commit;

    Shares(AssessmentRepository assessments, ShareRepository rows, DurableCommit commit) {
        this.assessments = assessments;
        this.rows = rows;
        this.commit = commit;
    }

    /**
     * A share as its owner sees it.
     *
     * @param handle names it to its owner; it is not the key, which nobody can be told again
     * @param endsOn the last day on which it shows anything, in UTC
     */
    public record Share(String handle, List<String> scales, LocalDate endsOn) {

        public Share {
            scales = List.copyOf(scales);
        }
    }

    /** What a share shows. */
    public record Shared(CompletedAssessment completed, List<String> scales, LocalDate endsOn) {

        public Shared {
            scales = List.copyOf(scales);
        }
    }

    /**
     * Opens a share.
     *
     * @param days for how many days from today, 1 to {@link #MOST_DAYS}
     * @return its key, for the one time that it can be told; empty if there is no such result, or it has
     *     {@link #MOST_OPEN} shares already
     * @throws IllegalArgumentException if no scale is named, or the days are out of range
     */
    public Optional<ShareKey> open(AssessmentToken owner, List<String> scales, int days) {
        if (scales.isEmpty() || days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("A share of %s for %d days".formatted(scales, days));
        }
        var key = ShareKey.random();
        return commit.durably(() -> {
            var result = assessments.lockById(owner.key()).map(AssessmentEntity::id);
            return result.filter(id -> rows.findAllOpen(id, today()).size() < MOST_OPEN)
                    .map(id -> rows.save(new ShareEntity(key, id, scales, today().plusDays(days))))
                    .map(row -> key);
        });
    }

    /** What this key shows; empty when there is no such share, or it has ended. */
    public Optional<Shared> find(ShareKey key) {
        return rows.findOpen(key.hash(), today())
                .map(open -> new Shared(
                        open.result().completed(),
                        open.share().scales(),
                        open.share().endsOn()));
    }

    /** The open shares of this result, those that end first at the top. */
    public List<Share> openShares(AssessmentToken owner) {
        return rows.findAllOpen(owner.key(), today()).stream()
                .map(row -> new Share(handle(row.keyHash()), row.scales(), row.endsOn()))
                .toList();
    }

    /** The open share of this result with this key; empty where the key is of another result, or of none. */
    public Optional<Share> openShare(AssessmentToken owner, ShareKey key) {
        String handle = handle(key.hash());
        return openShares(owner).stream()
                .filter(share -> share.handle().equals(handle))
                .findFirst();
    }

    /** Ends a share of this result; ending one that is not there changes nothing. */
    public void end(AssessmentToken owner, String handle) {
        byte[] keyHash = keyHash(handle);
        commit.durably(() -> rows.end(keyHash, owner.key()));
    }

    /** Whoever got a link was to see those answers, not whatever comes next. */
    @EventListener
    void endAll(AssessmentReplaced replaced) {
        rows.endAll(replaced.id());
    }

    /** Several copies may do it at once: it is one statement. */
    @Scheduled(initialDelayString = "PT4M", fixedDelayString = "PT12H")
    void removeEnded() {
        try {
            commit.durably(() -> rows.deleteEnded(today()));
        } catch (DataAccessException | TransactionException e) {
            log.warn(
                    "Ended shares could not be removed now; the next round will. ({})",
                    e.getClass().getSimpleName());
        }
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static String handle(byte[] keyHash) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keyHash);
    }

    /** What a handle stands for; something that no share has where it is malformed. */
    private static byte[] keyHash(String handle) {
        try {
            return Base64.getUrlDecoder().decode(handle);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
