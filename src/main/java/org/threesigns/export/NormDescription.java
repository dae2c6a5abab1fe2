package org.threesigns.export;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import java.util.stream.Stream;
import org.threesigns.instrument.InstrumentText.ScaleText;
import org.threesigns.instrument.Norm;
import org.threesigns.instrument.Scale;

/** What the codebook says of published samples. */
final class NormDescription {

    private NormDescription() {}

    /** All of a scale, each after a semicolon. */
    static String of(Scale scale, ScaleText text) {
        return scale.norms().stream().map(norm -> "; " + describe(norm, text)).collect(joining());
    }

    private static String describe(Norm norm, ScaleText text) {
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
                        text.norm(norm),
                        norm.source(),
                        norm.url().map(", %s"::formatted).orElse(""),
                        Stream.of(moments, percentiles)
                                .flatMap(Optional::stream)
                                .collect(joining(", ")));
    }
}
