package org.threesigns.result;

import java.math.BigDecimal;
import java.util.List;
import org.threesigns.instrument.InstrumentText.ScaleText;
import org.threesigns.instrument.ResponseScale;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreBand;
import org.threesigns.scoring.ScaleChange;
import org.threesigns.scoring.ScaleScore;

/**
 * A score on the line of all scores that there can be. Places are per cent of the line.
 *
 * @param dot where the score is
 * @param from where its band of error begins: the score less 1.96 standard errors of measurement
 * @param width how far the band reaches
 */
record ScorePicture(String dot, String from, String width, List<Zone> zones) {

    private static final int DIGITS = 4;

    /**
     * The part of the line where a score is called by this word.
     *
     * @param middle where its name stands
     * @param end where the next one begins
     * @param reached whether the score is in it
     */
    record Zone(String name, String middle, String end, boolean reached) {}

    static ScorePicture of(ScaleScore score, BigDecimal error, ScaleText text, ResponseScale range) {
        BigDecimal mean = score.mean(DIGITS);
        BigDecimal margin = ScaleChange.LIMIT.multiply(error);
        return new ScorePicture(
                ScoreFormat.position(mean, range),
                start(mean.subtract(margin), range),
                width(mean.subtract(margin), mean.add(margin), range),
                zones(score, text, range));
    }

    /** Where a band begins; it ends at the line's end. */
    static String start(BigDecimal from, ResponseScale range) {
        return ScoreFormat.position(from.max(BigDecimal.valueOf(range.lowest())), range);
    }

    static String width(BigDecimal from, BigDecimal to, ResponseScale range) {
        String end = ScoreFormat.position(to.min(BigDecimal.valueOf(range.highest())), range);
        return new BigDecimal(end).subtract(new BigDecimal(start(from, range))).toPlainString();
    }

    static List<Zone> zones(ScaleScore score, ScaleText text, ResponseScale range) {
        Scale scale = score.scale();
        return scale.bands().stream()
                .map(band -> new Zone(
                        text.band(band),
                        ScoreFormat.position(middle(band), range),
                        ScoreFormat.position(band.to(), range),
                        score.band().filter(band::equals).isPresent()))
                .toList();
    }

    private static BigDecimal middle(ScoreBand band) {
        return band.from().add(band.to()).divide(BigDecimal.valueOf(2));
    }
}
