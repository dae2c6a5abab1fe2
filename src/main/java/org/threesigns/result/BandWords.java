package org.threesigns.result;

import java.util.List;
import java.util.Locale;
import org.threesigns.instrument.Scale;

/**
 * What a word for scores means.
 *
 * @param from the lowest score that is called so
 * @param to where it ends
 * @param inclusive whether {@code to} is still called so; otherwise the next word begins there
 */
record BandWords(String name, String from, String to, boolean inclusive) {

    /** The words of these scales, each meaning once. */
    static List<BandWords> of(ScoredAnswers answers, List<Scale> scales, Locale language) {
        return scales.stream()
                .flatMap(scale -> of(answers, scale, language).stream())
                .distinct()
                .toList();
    }

    private static List<BandWords> of(ScoredAnswers answers, Scale scale, Locale language) {
        var text = answers.text(language).scale(scale);
        var format = new ScoreFormat(language);
        return scale.bands().stream()
                .map(band -> new BandWords(
                        text.band(band), format.cut(band.from()), format.cut(band.to()), band.inclusive()))
                .toList();
    }
}
