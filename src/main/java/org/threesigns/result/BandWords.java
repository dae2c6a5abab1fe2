package org.threesigns.result;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.threesigns.instrument.Scale;

/**
 * What a word for scores means.
 *
 * @param from the lowest score that is called so
 * @param to where the next word begins; for the last one the highest score
 */
record BandWords(String name, String from, String to, boolean last) {

    /** The words of these scales, each meaning once. */
    static List<BandWords> of(ScoredAnswers answers, List<Scale> scales, Locale language) {
        return scales.stream()
                .flatMap(scale -> of(answers, scale, language).stream())
                .distinct()
                .toList();
    }

    private static List<BandWords> of(ScoredAnswers answers, Scale scale, Locale language) {
        var bands = scale.bands();
        var text = answers.text(language).scale(scale);
        var format = new ScoreFormat(language);
        return IntStream.range(0, bands.size())
                .mapToObj(place -> new BandWords(
                        text.band(bands.get(place)),
                        format.cut(bands.get(place).from()),
                        format.cut(bands.get(place).to()),
                        place == bands.size() - 1))
                .toList();
    }
}
