package org.threesigns.export;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Scale;

/** Writes a script for R that reads the exported responses, with labels, and the scales as lists of columns. */
final class RSyntax {

    private RSyntax() {}

    /** @param rows how many of the counted results are rows */
    static String of(Codebook codebook, String rows) {
        var script = new StringBuilder("""
                # Reads the responses that Three Signs exported. Empty cells are skipped questions.
                # The file holds %s. What this computes is about the rows; the figures of the
                # overview are about all that are counted.
                # Run it in the folder of the file, or set the folder first: setwd("...")
                responses <- read.csv("responses.csv", fileEncoding = "UTF-8", na.strings = "", stringsAsFactors = FALSE)

                """.formatted(rows));
        script.append("labels <- c(\n")
                .append(codebook.variables().stream()
                        .map(variable -> "  %s = %s".formatted(variable.name(), quoted(variable.label())))
                        .collect(joining(",\n")))
                .append("\n)\n")
                .append("for (name in names(labels)) attr(responses[[name]], \"label\") <- labels[[name]]\n\n");
        codebook.variables().stream()
                .filter(variable -> variable.kind() == Variable.Kind.ANSWER)
                .findFirst()
                .ifPresent(answer -> script.append("# What the answers stand for.\noptions_labels <- c(")
                        .append(answer.values().entrySet().stream()
                                .map(RSyntax::option)
                                .collect(joining(", ")))
                        .append(")\n\n"));
        script.append(
                        "# The columns of each scale, after keying: for example cor(responses[, scales[[1]]]).\nscales <- list(\n")
                .append(codebook.instrument().scales().stream()
                        .map(scale -> scale(codebook, scale))
                        .collect(joining(",\n")))
                .append("\n)\n");
        return script.toString();
    }

    private static String option(Map.Entry<String, String> value) {
        return "%s = %s".formatted(quoted(value.getValue()), value.getKey());
    }

    private static String scale(Codebook codebook, Scale scale) {
        return "  %s = c(%s)"
                .formatted(
                        codebook.nameOf(scale),
                        scale.items().stream()
                                .map((Item item) -> quoted(codebook.keyedNameOf(item)))
                                .collect(joining(", ")));
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + '"';
    }
}
