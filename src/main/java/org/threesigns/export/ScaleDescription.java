package org.threesigns.export;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.threesigns.dashboard.FigureFormat;
import org.threesigns.instrument.InstrumentText.ScaleText;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Norm;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoringMethod;

/** What the codebook says of a scale and its scores. */
record ScaleDescription(Scale scale, ScaleText words) {

    /** How a score comes about. */
    String method() {
        return "%s: %s%s of the answered items, after keying"
                .formatted(words.name(), scale.isWeighted() ? "weighted " : "", isSum() ? "sum" : "mean");
    }

    private boolean isSum() {
        return scale.method() == ScoringMethod.SUM;
    }

    ValueDescription scores() {
        return ValueDescription.in(
                "%s to %s%s"
                        .formatted(
                                scale.range().lowest(),
                                scale.range().highest(),
                                isSum() ? ", with all of its items answered" : ""),
                "fewer than %s of %s items were answered"
                        .formatted(scale.minimumAnswered(), scale.items().size()));
    }

    /** What a score needs, what is done with it, and who else has been asked. */
    String about() {
        return "needs %s of %s items%s%s"
                .formatted(
                        scale.minimumAnswered(),
                        scale.items().size(),
                        scale.transform().isNone() ? "" : "; then " + scale.transform(),
                        scale.norms().stream()
                                .map(norm -> "; " + describe(norm))
                                .collect(joining()));
    }

    ValueDescription answered() {
        return ValueDescription.in("0 to " + scale.items().size(), ValueDescription.NEVER);
    }

    String items() {
        return scale.items().stream().map(Item::id).collect(joining(" "));
    }

    ValueDescription bands() {
        if (scale.bands().isEmpty()) {
            return ValueDescription.in("none", "always: scores on this scale have no names");
        }
        var labels = new LinkedHashMap<String, String>();
        scale.bands()
                .forEach(band ->
                        labels.put(band.id(), "%s, from %s".formatted(words.band(band), FigureFormat.range(band))));
        String unnamed = scale.bandsSource().isPresent() ? ", or the score has no name" : "";
        return ValueDescription.labelled(labels, "there is no score" + unnamed);
    }

    private String describe(Norm norm) {
        Optional<String> moments = norm.moments()
                .map(known -> "mean %s, SD %s"
                        .formatted(known.mean().toPlainString(), known.sd().toPlainString()));
        Optional<String> percentiles = Optional.of(norm.percentiles())
                .filter(some -> !some.isEmpty())
                .map(some -> some.stream()
                        .map(each -> "%s than %s"
                                .formatted(
                                        each.lower().toPlainString(),
                                        each.score().toPlainString()))
                        .collect(joining(", ", "of every 100 lower: ", "")));
        return "norm of %s %s (%s%s): %s"
                .formatted(
                        norm.n(),
                        words.norm(norm),
                        norm.source(),
                        norm.url().map(", %s"::formatted).orElse(""),
                        Stream.of(moments, percentiles)
                                .flatMap(Optional::stream)
                                .collect(joining(", ")));
    }
}
