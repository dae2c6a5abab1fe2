package org.threesigns.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shares of a result: each has a key of its own, which shows chosen scales until a day and can't delete, change or share. All
 * shares of a result end when its answers change or when it is deleted.
 *
 * <p>The methods fail as those of {@link Assessments} do when the database is away.
 */
@Service
public class Shares {

    public static final int MOST_DAYS = 90;

    /** How many shares of one result can be open at once. */
    public static final int MOST_OPEN = 10;

    private final AssessmentRepository assessments;
    private final ShareRepository shares;
    private final Clock clock;

    Shares(AssessmentRepository assessments, ShareRepository shares, Clock clock) {
        this.assessments = assessments;
        this.shares = shares;
        this.clock = clock;
    }

    /**
     * A share as its owner sees it.
     *
     * @param handle identifies the share to its owner; it is not the key, which is shown only once
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
     * @return its key, which can't be read again later; empty if there is no such result, or it has {@link #MOST_OPEN} open
     *     shares already
     * @throws IllegalArgumentException if no scale is named, or the days are out of range
     */
    @Transactional
    public Optional<ShareKey> open(AssessmentToken owner, List<String> scales, int days) {
        if (scales.isEmpty() || days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("A share of %s for %s days".formatted(scales, days));
        }
        var key = ShareKey.random();
        return assessments
                .lockById(owner.key())
                .map(AssessmentEntity::id)
                .filter(id -> shares.findAllOpen(id, today()).size() < MOST_OPEN)
                .map(id -> shares.save(new ShareEntity(key, id, scales, today().plusDays(days))))
                .map(row -> key);
    }

    /** What this key shows; empty if there is no such share, or it has ended. */
    public Optional<Shared> find(ShareKey key) {
        return shares.findOpen(key.hash(), today())
                .map(open -> new Shared(
                        open.result().completed(),
                        open.share().scales(),
                        open.share().endsOn()));
    }

    /** The open shares of this result, in the order in which they end. */
    public List<Share> openShares(AssessmentToken owner) {
        return shares.findAllOpen(owner.key(), today()).stream()
                .map(row -> new Share(handle(row.keyHash()), row.scales(), row.endsOn()))
                .toList();
    }

    /** Ends a share of this result; does nothing if the result has no such share. */
    @Transactional
    public void end(AssessmentToken owner, String handle) {
        shares.end(keyHash(handle), owner.key());
    }

    /** A share was made for the old answers, so it does not show the new ones. */
    @EventListener
    void endAll(AssessmentReplaced replaced) {
        shares.endAll(replaced.id());
    }

    /** Safe to run on several servers at once: it is one statement. */
    @Scheduled(initialDelayString = "PT4M", fixedDelayString = "PT12H")
    void removeEnded() {
        shares.deleteEnded(today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String handle(byte[] keyHash) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keyHash);
    }

    /** The hash in a handle; one that no share has if the handle is malformed. */
    private static byte[] keyHash(String handle) {
        try {
            return Base64.getUrlDecoder().decode(handle);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
