package org.threesigns.result;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.threesigns.instrument.InstrumentText.ScaleText;
import org.threesigns.instrument.ScoringMethod;
import org.threesigns.scoring.ScaleChange;
import org.threesigns.scoring.ScaleScore;
import org.threesigns.statistics.MeasurementError;
import org.threesigns.statistics.PeerFigures;

/**
 * A scale as pages show it.
 *
 * @param id its key, for links on the page
 * @param tone its place in the instrument, from 1, which gives it its colour
 * @param answered how many of its questions were answered, of how many that were asked and of how many a score needs
 * @param partial whether any of its questions has no answer, skipped or not asked
 * @param boxes whether any of its questions is a box, which counts as one
 * @param sum whether its score is the sum of the answers; otherwise it is their mean
 * @param transform the steps that turn the mean or sum into the score; empty where there are none
 * @param score empty where too few were answered
 */
record SignView(
        String id,
        int tone,
        String name,
        Optional<String> meaning,
        int answered,
        int questions,
        int needed,
        boolean partial,
        boolean boxes,
        boolean sum,
        String transform,
        Optional<ScoreView> score) {

    /** Whether there are published samples to see the score beside. */
    public boolean normed() {
        return score.filter(known -> !known.norms().isEmpty()).isPresent();
    }

    /** Whether a table has words for it beside its number, or in place of one. */
    public boolean worded() {
        return score.isEmpty() || score.get().band().isPresent();
    }

    /** What is said of it in place of a score, as the key of a message. */
    public String none() {
        if (questions >= needed) {
            return "result.sign.unscored";
        }
        return questions == 0 ? "result.sign.not-asked" : "result.sign.asked-too-little";
    }

    boolean isTransformed() {
        return !transform.isEmpty();
    }

    /**
     * A score in words and numbers.
     *
     * @param band its name; empty where it has none
     * @param bandsSource who gave it that name; empty where it is the instrument's own
     * @param closeTo the neighbouring band, where the score is close to it
     * @param number for its owner: a mean has one decimal
     * @param exact for a professional: a mean has two
     * @param error empty where nobody knows it
     * @param norms how people of published samples scored
     * @param lowest the lowest score that there can be
     * @param highest the highest score that there can be
     */
    record ScoreView(
            Optional<String> band,
            Optional<String> bandsSource,
            Optional<String> closeTo,
            String number,
            String exact,
            Optional<ErrorView> error,
            List<NormView> norms,
            String lowest,
            String highest,
            ScorePicture picture) {

        /** What headings say of it. */
        public String words() {
            return band.orElse(number);
        }
    }

    /**
     * How much the score would differ on another day.
     *
     * @param points the standard error of measurement, in points of the score
     * @param from how many people it was estimated from; empty where it is assumed
     * @param realChange how large a change between two results is at least if it is real
     */
    record ErrorView(String points, Optional<Long> from, String realChange) {

        static ErrorView of(MeasurementError error, ScoreFormat format) {
            return new ErrorView(
                    format.twoDecimals(error.points()),
                    error.n(),
                    format.twoDecimals(ScaleChange.smallestReal(error.points())));
        }
    }

    static SignView of(ScoredAnswers answers, ScaleScore score, PeerFigures peers, Locale language) {
        var scale = score.scale();
        ScaleText text = answers.text(language).scale(scale);
        return new SignView(
                scale.id(),
                answers.instrument().scales().indexOf(scale) + 1,
                text.name(),
                text.meaning(),
                score.answered(),
                answers.stored().responses().asked(scale.items()),
                scale.minimumAnswered(),
                score.answered() < scale.items().size(),
                scale.hasBoxes(),
                scale.method() == ScoringMethod.SUM,
                scale.transform().toString(),
                score.isScored() ? Optional.of(scoreView(score, text, peers, language)) : Optional.empty());
    }

    private static ScoreView scoreView(ScaleScore score, ScaleText text, PeerFigures peers, Locale language) {
        var scale = score.scale();
        var format = new ScoreFormat(language);
        Optional<MeasurementError> error = peers.errorOn(scale);
        return new ScoreView(
                score.band().map(text::band),
                score.band().flatMap(band -> scale.bandsSource()),
                score.closeTo().map(text::band),
                format.forItsOwner(score),
                format.exactly(score),
                error.map(known -> ErrorView.of(known, format)),
                NormView.of(score, text, format),
                format.whole(scale.range().lowest()),
                format.whole(scale.range().highest()),
                ScorePicture.of(score, error.map(MeasurementError::points), text));
    }
}
