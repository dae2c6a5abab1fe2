package org.threesigns.result;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.threesigns.instrument.Scale;

/**
 * What words for scores mean.
 *
 * @param scales the scales whose scores they are for; empty where they are for those of all
 * @param source who gave the scores these words; empty where they are the instrument's own
 */
record BandWords(Optional<String> scales, Optional<String> source, List<Word> words) {

    /**
     * A word.
     *
     * @param from the lowest score that is called so
     * @param to where it ends
     * @param inclusive whether {@code to} is still called so; otherwise the next word begins there
     */
    record Word(String name, String from, String to, boolean inclusive) {}

    private record Kind(Optional<String> source, List<Word> words) {}

    /** The words of these scales, the same words once. */
    static List<BandWords> of(ScoredAnswers answers, List<Scale> scales, Locale language) {
        var names = scales.stream()
                .filter(scale -> !scale.bands().isEmpty())
                .collect(groupingBy(
                        scale -> new Kind(scale.bandsSource(), words(answers, scale, language)),
                        LinkedHashMap::new,
                        mapping(scale -> answers.text(language).scale(scale).name(), toList())));
        return names.entrySet().stream()
                .map(entry -> new BandWords(
                        Optional.of(String.join(", ", entry.getValue()))
                                .filter(some -> entry.getValue().size() < scales.size()),
                        entry.getKey().source(),
                        entry.getKey().words()))
                .toList();
    }

    private static List<Word> words(ScoredAnswers answers, Scale scale, Locale language) {
        var text = answers.text(language).scale(scale);
        var format = new ScoreFormat(language);
        return scale.bands().stream()
                .map(band ->
                        new Word(text.band(band), format.cut(band.from()), format.cut(band.to()), band.inclusive()))
                .toList();
    }
}
