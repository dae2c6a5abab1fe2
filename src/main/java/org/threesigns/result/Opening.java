package org.threesigns.result;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Scale;
import org.threesigns.scoring.ScaleScore;
import org.threesigns.statistics.MeasurementError;
import org.threesigns.statistics.PeerFigures;

/**
 * What the page says first. It claims no more than the errors of measurement allow.
 *
 * @param key part of the message's key
 * @param signs the signs that it names, highest score first
 * @param within the signs between which the differences are within what another day could bring, highest score first;
 *     none where nothing is said of the highest
 * @param advising whether each sign with a score comes with something to try
 */
record Opening(String key, List<String> signs, List<String> within, boolean advising) {

    static Opening of(Result result, boolean advising, PeerFigures peers, Locale language) {
        List<ScaleScore> scored = scored(result);
        List<Scale> leading = result.profile().leading();
        String key = key(result, scored, leading);
        List<ScaleScore> named = key.equals("only")
                ? scored
                : scored.stream()
                        .filter(score -> leading.contains(score.scale()))
                        .toList();
        return new Opening(
                key,
                names(result, named, language),
                leading.isEmpty() ? List.of() : names(result, closeToTheHighest(scored, peers), language),
                advising);
    }

    private static String unscored(Result result) {
        boolean askedTooLittle = result.instrument().scales().stream()
                .allMatch(scale -> result.stored().responses().asked(scale.items()) < scale.minimumAnswered());
        return askedTooLittle ? "not-asked" : "unscored";
    }

    /** Those that have a score: highest first where the instrument ranks its scales, otherwise in its order. */
    static List<ScaleScore> scored(Result result) {
        var scored = new ArrayList<>(
                result.profile().scales().stream().filter(ScaleScore::isScored).toList());
        if (ranks(result.instrument())) {
            scored.sort(comparing(Function.<ScaleScore>identity(), ScaleScore::compareScore)
                    .reversed());
        }
        return scored;
    }

    private static boolean ranks(Instrument instrument) {
        return instrument.lead().isPresent() && instrument.scales().size() > 1;
    }

    private static String key(Result result, List<ScaleScore> scored, List<Scale> leading) {
        if (scored.isEmpty()) {
            return unscored(result);
        }
        if (!ranks(result.instrument())) {
            return "plain";
        }
        if (scored.size() < 2) {
            return "only";
        }
        if (leading.isEmpty()) {
            return scored.stream().allMatch(score -> score.reasons().isEmpty()) ? "none" : "single";
        }
        if (leading.size() == scored.size()) {
            return scored.stream().allMatch(Opening::isInTheMiddle) ? "middle" : "same";
        }
        return leading.size() == 1 ? "one" : "close";
    }

    /** Whether the band is neither the lowest nor the highest. */
    private static boolean isInTheMiddle(ScaleScore score) {
        var bands = score.scale().bands();
        return score.band()
                .map(bands::indexOf)
                .filter(place -> place > 0 && place < bands.size() - 1)
                .isPresent();
    }

    /**
     * The highest with all that differ from it by no more than another day could bring; none if it is alone, or nobody knows
     * what another day could bring.
     */
    private static List<ScaleScore> closeToTheHighest(List<ScaleScore> scored, PeerFigures peers) {
        ScaleScore highest = scored.get(0);
        List<ScaleScore> close =
                scored.stream().filter(score -> isClose(highest, score, peers)).toList();
        return close.size() < 2 ? List.of() : close;
    }

    private static boolean isClose(ScaleScore highest, ScaleScore score, PeerFigures peers) {
        Optional<BigDecimal> error = peers.errorOn(highest.scale()).map(MeasurementError::points);
        Optional<BigDecimal> other = peers.errorOn(score.scale()).map(MeasurementError::points);
        return error.isPresent() && other.isPresent() && !highest.differsFrom(score, error.get(), other.get());
    }

    private static List<String> names(Result result, List<ScaleScore> scores, Locale language) {
        return scores.stream()
                .map(score -> result.text(language).scale(score.scale()).name())
                .toList();
    }
}
