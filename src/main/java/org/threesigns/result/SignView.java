package org.threesigns.result;

import java.util.Locale;
import java.util.Optional;
import org.threesigns.instrument.InstrumentText.ScaleText;
import org.threesigns.instrument.ResponseOption;
import org.threesigns.scoring.ScaleChange;
import org.threesigns.scoring.ScaleScore;
import org.threesigns.statistics.MeasurementError;
import org.threesigns.statistics.PeerFigures;

/**
 * A scale as pages show it.
 *
 * @param id its key, for links on the page
 * @param tone its place in the instrument, from 1, which gives it its colour
 * @param answered how many of its questions were answered, of how many there are and of how many a score needs
 * @param score empty where too few were answered
 */
record SignView(
        String id,
        int tone,
        String name,
        String meaning,
        int answered,
        int questions,
        int needed,
        Optional<ScoreView> score) {

    /**
     * A score in words and numbers.
     *
     * @param closeTo the neighbouring band, where the score is close to it
     * @param mean for its owner, with one decimal
     * @param exactMean for a professional, with two
     * @param error the standard error of measurement, in points of the mean
     * @param errorFrom how many people it was estimated from; empty where it is assumed
     * @param realChange how large a change between two results is at least if it is real
     */
    record ScoreView(
            String band,
            Optional<String> closeTo,
            String mean,
            String exactMean,
            String error,
            Optional<Long> errorFrom,
            String realChange,
            End lowest,
            End highest,
            ScorePicture picture) {}

    /** One end of the range: the number and the words of the answer. */
    record End(int value, String label) {}

    static SignView of(ScoredAnswers answers, ScaleScore score, PeerFigures peers, Locale language) {
        var scale = score.scale();
        MeasurementError error = peers.errorOn(scale);
        ScaleText text = answers.text(language).scale(scale);
        var format = new ScoreFormat(language);
        return new SignView(
                scale.id(),
                answers.instrument().scales().indexOf(scale) + 1,
                text.name(),
                text.meaning(),
                score.answered(),
                scale.items().size(),
                scale.minimumAnswered(),
                score.band()
                        .map(band -> new ScoreView(
                                text.band(band),
                                score.closeTo().map(text::band),
                                format.oneDecimal(score),
                                format.twoDecimals(score),
                                format.twoDecimals(error.points()),
                                error.n(),
                                format.twoDecimals(ScaleChange.smallestReal(error.points())),
                                end(answers, 0, language),
                                end(answers, answers.range().options().size() - 1, language),
                                ScorePicture.of(score, error.points(), text, answers.range()))));
    }

    private static End end(ScoredAnswers answers, int option, Locale language) {
        ResponseOption end = answers.range().options().get(option);
        return new End(end.value(), answers.text(language).option(end));
    }
}
