package org.threesigns.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreRange;
import org.threesigns.instrument.ScoringMethod;
import org.threesigns.result.ScorePicture.Span;
import org.threesigns.result.ScorePicture.Zone;
import org.threesigns.scoring.ScaleChange;
import org.threesigns.scoring.ScaleScore;
import org.threesigns.statistics.PeerFigures;

/**
 * Two results of one instrument, the earlier one first.
 *
 * @param path the address of the result that the comparison was asked on
 * @param otherIsLater whether that is the earlier one; of two of one day, the other counts as the earlier
 * @param sameWording whether both are about the same kind of relationship, one now or one that is over
 */
record Comparison(
        String path,
        String earlierDate,
        String laterDate,
        boolean otherIsLater,
        boolean sameWording,
        List<SignChange> signs) {

    private static final int DIGITS = 4;

    /**
     * What happened on one sign.
     *
     * @param verdict "higher", "lower", "within" what a repeat could show, "unknown" where nobody knows what that is,
     *     "uneven" where the two are sums of a different number of answers as something was skipped, or "unscored"; part of a message's key
     * @param picture empty where one of the two has no score
     */
    record SignChange(SignView earlier, SignView later, String verdict, Optional<Picture> picture) {}

    /**
     * Where both stand on one line, from 0 to 100.
     *
     * @param error the scores that a repeat of the earlier one could show; empty where they are not known
     */
    record Picture(String earlier, String later, Optional<Span> error, List<Zone> zones) {}

    static Comparison of(Result result, Result other, PeerFigures peers, Locale language) {
        boolean otherIsLater =
                other.stored().completedOn().isAfter(result.stored().completedOn());
        Result earlier = otherIsLater ? result : other;
        Result later = otherIsLater ? other : result;
        var figures = new ScoreFormat(language);
        return new Comparison(
                result.path(language),
                figures.date(earlier.stored().completedOn()),
                figures.date(later.stored().completedOn()),
                otherIsLater,
                earlier.stored().wording() == later.stored().wording(),
                result.instrument().scales().stream()
                        .map(scale -> change(scale, earlier, later, peers, language))
                        .toList());
    }

    /** Whether the error of any score is known. */
    public boolean withErrors() {
        return signs.stream()
                .flatMap(sign -> sign.picture().stream())
                .anyMatch(picture -> picture.error().isPresent());
    }

    private static SignChange change(Scale scale, Result earlier, Result later, PeerFigures peers, Locale language) {
        var before = earlier.profile().on(scale);
        var after = later.profile().on(scale);
        boolean scored = before.isScored() && after.isScored();
        boolean even = scale.method() != ScoringMethod.SUM
                || (asked(scale, earlier) == asked(scale, later) && answeredAlike(before, after))
                || (before.answered() == asked(scale, earlier) && after.answered() == asked(scale, later));
        Optional<ScaleChange> change = peers.errorOn(scale)
                .filter(error -> even)
                .flatMap(error -> ScaleChange.between(before, after, error.points()));
        return new SignChange(
                SignView.of(earlier.answers(), before, peers, language),
                SignView.of(later.answers(), after, peers, language),
                change.map(Comparison::verdict).orElseGet(() -> undecided(scored, even)),
                scored ? Optional.of(picture(before, after, change, later.text(language))) : Optional.empty());
    }

    /** Of weighted answers, as many are not as much. */
    private static boolean answeredAlike(ScaleScore before, ScaleScore after) {
        return before.scale().isWeighted()
                ? before.itemScores().keySet().equals(after.itemScores().keySet())
                : before.answered() == after.answered();
    }

    private static int asked(Scale scale, Result result) {
        return result.stored().responses().asked(scale.items());
    }

    private static String undecided(boolean scored, boolean even) {
        if (!scored) {
            return "unscored";
        }
        return even ? "unknown" : "uneven";
    }

    private static String verdict(ScaleChange change) {
        if (!change.isReal()) {
            return "within";
        }
        return change.direction() > 0 ? "higher" : "lower";
    }

    private static Picture picture(
            ScaleScore before, ScaleScore after, Optional<ScaleChange> change, InstrumentText text) {
        ScoreRange range = after.scale().range();
        BigDecimal earlier = before.rounded(DIGITS);
        return new Picture(
                ScoreFormat.position(earlier, range),
                ScoreFormat.position(after.rounded(DIGITS), range),
                change.map(known -> Span.around(earlier, ScaleChange.smallestReal(known.sem()), range)),
                ScorePicture.zones(after, text.scale(after.scale())));
    }
}
