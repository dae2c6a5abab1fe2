package org.threesigns.dashboard;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.PageWords.Place;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoringMethod;

/** How an instrument is scored and whose it is, as far as its files say so. */
final class MethodNotes {

    private static final String MEAN = "the mean of the answered items";
    private static final String SUM = "the sum of the answered items, to which a skipped one adds nothing";

    private final Instrument instrument;

    MethodNotes(Instrument instrument) {
        this.instrument = instrument;
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(
                instrument.isScored()
                        ? scores() + ", after keying, where enough of them are answered."
                        : "Nothing is scored: look at how often each answer was chosen. A mean is that of the answers' values, and says something only where these have an order.");
        notes.addAll(weights());
        notes.addAll(transforms());
        notes.addAll(bands());
        notes.add(norms());
        return notes;
    }

    private String scores() {
        String sums = names(ScoringMethod.SUM);
        if (sums.isEmpty()) {
            return "A score is " + MEAN;
        }
        String means = names(ScoringMethod.MEAN);
        return means.isEmpty()
                ? "A score is " + SUM
                : "On %s, a score is %s; on %s, it is %s".formatted(means, MEAN, sums, SUM);
    }

    private String names(ScoringMethod method) {
        return instrument.scales().stream()
                .filter(scale -> scale.method() == method)
                .map(this::name)
                .collect(joining(", "));
    }

    private List<String> weights() {
        return instrument.scales().stream()
                .filter(Scale::isWeighted)
                .map(scale -> "On %s, item scores are first multiplied by weights: %s.%s"
                        .formatted(
                                name(scale),
                                scale.key().stream()
                                        .map(keyed -> keyed.item().id() + " × "
                                                + FigureFormat.plain(
                                                        keyed.weight().decimal()))
                                        .collect(joining(", ")),
                                scale.isWeightedMean()
                                        ? " The mean is their sum, divided by the sum of the weights of the answered items."
                                        : ""))
                .toList();
    }

    private List<String> transforms() {
        return instrument.scales().stream()
                .filter(scale -> !scale.transform().isNone())
                .map(scale ->
                        "On %s, that is then turned into the score: %s.".formatted(name(scale), scale.transform()))
                .toList();
    }

    private List<String> bands() {
        List<String> bands = new ArrayList<>();
        instrument.scales().stream()
                .filter(scale -> !scale.bands().isEmpty())
                .map(Scale::bandsSource)
                .distinct()
                .forEach(source -> bands.add(source.map(
                                of -> "The names of scores on %s come from %s.".formatted(namedBy(source), of))
                        .orElse("The score bands of %s are the questionnaire’s own.".formatted(namedBy(source)))));
        return bands;
    }

    private String namedBy(Optional<String> source) {
        return instrument.scales().stream()
                .filter(scale -> !scale.bands().isEmpty() && scale.bandsSource().equals(source))
                .map(this::name)
                .collect(joining(", "));
    }

    private String norms() {
        var text = instrument.text(Dashboard.LANGUAGE);
        return text.pages()
                .find(Place.METHOD_NORMS, instrument.wordings().get(0))
                .orElseGet(() -> instrument
                        .source()
                        .map(source -> "Whether it was validated, and on whom, its source has to say: %s."
                                .formatted(source.title()))
                        .orElse(
                                instrument.hasNorms()
                                        ? "How people of published samples scored stands in the codebook; its files say nothing of a validation."
                                        : "Its files say nothing of norms or of a validation."));
    }

    private String name(Scale scale) {
        return instrument.text(Dashboard.LANGUAGE).scale(scale).name();
    }
}
