package org.threesigns.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.threesigns.instrument.InstrumentText.ScaleText;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreBand;
import org.threesigns.instrument.ScoreRange;
import org.threesigns.scoring.ScaleChange;
import org.threesigns.scoring.ScaleScore;

/**
 * A score on the line of all scores that there can be. Places are per cent of the line.
 *
 * @param dot where the score is
 * @param error from the score less 1.96 standard errors of measurement to the score with as many more; empty where they are
 *     not known
 */
record ScorePicture(String dot, Optional<Span> error, List<Zone> zones) {

    private static final int DIGITS = 4;

    /** With more words than this there is room on a phone for the one that is reached. */
    private static final int MOST_NAMES = 3;

    /** Names closer than this, in per cent of the line, would run into each other. */
    private static final BigDecimal NEAR_EACH_OTHER = BigDecimal.valueOf(25);

    private static final double NEAR_THE_END = 15;

    /** A part of the line. */
    record Span(String from, String width) {

        /** What of this is on the line. */
        static Span around(BigDecimal score, BigDecimal margin, ScoreRange range) {
            String from = ScoreFormat.position(score.subtract(margin), range);
            String to = ScoreFormat.position(score.add(margin), range);
            return new Span(
                    from, new BigDecimal(to).subtract(new BigDecimal(from)).toPlainString());
        }
    }

    /**
     * The part of the line where a score is called by this word.
     *
     * @param middle where its name stands
     * @param end where the next one begins
     * @param reached whether the score is in it
     * @param named whether its name stands there
     */
    record Zone(String name, String middle, String end, boolean reached, boolean named) {

        /** How its name keeps within the picture near one of its ends. */
        public String anchor() {
            double at = Double.parseDouble(middle);
            return at < NEAR_THE_END ? "start" : at > 100 - NEAR_THE_END ? "end" : "middle";
        }
    }

    static ScorePicture of(ScaleScore score, Optional<BigDecimal> error, ScaleText text) {
        ScoreRange range = score.scale().range();
        BigDecimal exact = score.rounded(DIGITS);
        return new ScorePicture(
                ScoreFormat.position(exact, range),
                error.map(sem -> Span.around(exact, ScaleChange.LIMIT.multiply(sem), range)),
                zones(score, text));
    }

    static List<Zone> zones(ScaleScore score, ScaleText text) {
        int bands = score.scale().bands().size();
        boolean allNamed = bands <= MOST_NAMES
                && IntStream.range(1, bands)
                        .allMatch(place -> new BigDecimal(middle(score.scale(), place))
                                        .subtract(new BigDecimal(middle(score.scale(), place - 1)))
                                        .compareTo(NEAR_EACH_OTHER)
                                >= 0);
        return IntStream.range(0, bands)
                .mapToObj(place -> zone(score, place, allNamed, text))
                .toList();
    }

    private static String middle(Scale scale, int place) {
        ScoreBand band = scale.bands().get(place);
        return ScoreFormat.position(between(band.from(), band.to()), scale.range());
    }

    private static Zone zone(ScaleScore score, int place, boolean allNamed, ScaleText text) {
        ScoreRange range = score.scale().range();
        List<ScoreBand> bands = score.scale().bands();
        ScoreBand band = bands.get(place);
        boolean reached = score.band().filter(band::equals).isPresent();
        BigDecimal next =
                place == bands.size() - 1 ? band.to() : bands.get(place + 1).from();
        return new Zone(
                text.band(band),
                middle(score.scale(), place),
                ScoreFormat.position(between(band.to(), next), range),
                reached,
                reached || allNamed);
    }

    private static BigDecimal between(BigDecimal from, BigDecimal to) {
        return from.add(to).divide(BigDecimal.valueOf(2));
    }
}
