package org.threesigns.preview;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.Wording;
import org.threesigns.result.ResultAddress;
import org.threesigns.scoring.ScaleScore;
import org.threesigns.scoring.ScoreProfile;
import org.threesigns.scoring.Scorer;
import org.threesigns.site.Languages;

/**
 * A questionnaire of the folder, as the overview presents it.
 *
 * @param languages those of the site in which it has words; the site's first one where there is none
 * @param rows one for each scale
 * @param support whether it has a page of help
 * @param missing the files without which a start page cannot list it
 */
record PreviewedInstrument(
        String id,
        String name,
        int version,
        boolean alsoPast,
        List<InLanguage> languages,
        List<Row> rows,
        boolean support,
        List<String> missing) {

    /**
     * Its pages in one language.
     *
     * @param name of the language
     * @param results of the made-up people, in their order
     */
    record InLanguage(String tag, String name, List<String> results) {}

    /** A scale, and what the made-up people score on it, in their order. */
    record Row(String scale, List<String> scores) {}

    static PreviewedInstrument of(Instrument instrument, Languages site) {
        InstrumentText text = instrument.text(instrument.defaultLanguage());
        List<ScoreProfile> profiles = people().map(person -> Scorer.score(instrument, person.answers(instrument)))
                .toList();
        List<Row> rows = instrument.scales().stream()
                .map(scale -> new Row(
                        text.scale(scale).name(),
                        profiles.stream()
                                .map(profile -> score(profile, scale, text))
                                .toList()))
                .toList();
        return new PreviewedInstrument(
                instrument.id(),
                text.name(),
                instrument.version(),
                instrument.wordings().contains(Wording.PAST),
                languages(instrument, site).stream()
                        .map(language -> inLanguage(instrument, language))
                        .toList(),
                rows,
                instrument.hasSupport(),
                instrument.missingSupport());
    }

    private static Stream<SampleRespondent> people() {
        return Arrays.stream(SampleRespondent.values());
    }

    private static List<Locale> languages(Instrument instrument, Languages site) {
        List<Locale> common = site.offered().stream()
                .filter(language -> instrument.languages().contains(language.toLanguageTag()))
                .toList();
        return common.isEmpty() ? site.offered().subList(0, 1) : common;
    }

    private static InLanguage inLanguage(Instrument instrument, Locale language) {
        return new InLanguage(
                language.toLanguageTag(),
                language.getDisplayLanguage(Locale.ENGLISH),
                people().map(person -> ResultAddress.of(SampleResults.token(instrument, person), language))
                        .toList());
    }

    private static String score(ScoreProfile profile, Scale scale, InstrumentText text) {
        ScaleScore score = profile.on(scale);
        return !score.isScored()
                ? "no score"
                : score.band()
                        .map(band -> "%s: %s"
                                .formatted(score.rounded(2), text.scale(scale).band(band)))
                        .orElseGet(() -> score.rounded(2).toString());
    }
}
