package org.threesigns.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.threesigns.instrument.ResponseScale;
import org.threesigns.instrument.Scale;
import org.threesigns.scoring.ScaleChange;
import org.threesigns.statistics.PeerFigures;

/**
 * Two results of one instrument, the earlier one first.
 *
 * @param path the address of the result that the comparison was asked on
 * @param sameWording whether both are about the same kind of relationship, one now or one that is over
 */
record Comparison(String path, String earlierDate, String laterDate, boolean sameWording, List<SignChange> signs) {

    private static final int DIGITS = 4;

    /**
     * What happened on one sign.
     *
     * @param verdict "higher", "lower", "within" what a repeat could show, or "unscored"; part of a message's key
     * @param picture empty where one of the two has no score
     */
    record SignChange(SignView earlier, SignView later, String verdict, Optional<Picture> picture) {}

    /**
     * Where both stand on one line, from 0 to 100.
     *
     * @param from where the scores begin that a repeat of the earlier one could show
     * @param width how far they reach
     */
    record Picture(String earlier, String later, String from, String width, List<ScorePicture.Zone> zones) {}

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
                earlier.stored().wording() == later.stored().wording(),
                result.instrument().scales().stream()
                        .map(scale -> change(scale, earlier, later, peers, language))
                        .toList());
    }

    private static SignChange change(Scale scale, Result earlier, Result later, PeerFigures peers, Locale language) {
        var before = earlier.profile().on(scale);
        var after = later.profile().on(scale);
        Optional<ScaleChange> change =
                ScaleChange.between(before, after, peers.errorOn(scale).points());
        return new SignChange(
                SignView.of(earlier.answers(), before, peers, language),
                SignView.of(later.answers(), after, peers, language),
                change.map(Comparison::verdict).orElse("unscored"),
                change.map(known -> picture(known, later.answers(), language)));
    }

    private static String verdict(ScaleChange change) {
        if (!change.isReal()) {
            return "within";
        }
        return change.direction() > 0 ? "higher" : "lower";
    }

    private static Picture picture(ScaleChange change, ScoredAnswers answers, Locale language) {
        ResponseScale range = answers.range();
        BigDecimal earlier = change.earlier().mean(DIGITS);
        BigDecimal margin = ScaleChange.LIMIT.multiply(BigDecimal.valueOf(change.standardError()));
        return new Picture(
                ScoreFormat.position(earlier, range),
                ScoreFormat.position(change.later().mean(DIGITS), range),
                ScorePicture.start(earlier.subtract(margin), range),
                ScorePicture.width(earlier.subtract(margin), earlier.add(margin), range),
                ScorePicture.zones(
                        change.later(),
                        answers.text(language).scale(change.later().scale()),
                        range));
    }
}
