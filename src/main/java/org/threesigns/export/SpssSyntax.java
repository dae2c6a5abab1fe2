package org.threesigns.export;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes SPSS commands that read the exported responses, with variable and value labels. */
final class SpssSyntax {

    private static final int LONGEST_VARIABLE_LABEL = 256;
    private static final int LONGEST_VALUE_LABEL = 120;
    private static final int LONGEST_PIECE = 80;

    private SpssSyntax() {}

    /** @param rows how many of the counted results are rows */
    static String of(Codebook codebook, String rows) {
        var syntax = new StringBuilder("""
                * Reads the responses that Three Signs exported. Empty cells are skipped questions.
                * The file holds %s.
                * What this computes is about the rows; the figures of the overview are about all that are counted.
                * Put the folder of the file before its name.
                SET DECIMAL=DOT.
                GET DATA /TYPE=TXT /FILE="responses.csv" /ENCODING='UTF8' /DELCASE=LINE
                  /DELIMITERS="," /QUALIFIER='"' /ARRANGEMENT=DELIMITED /FIRSTCASE=2
                  /VARIABLES=
                """.formatted(rows));
        codebook.variables()
                .forEach(variable -> syntax.append("  %s %s\n".formatted(variable.name(), format(variable))));
        syntax.append(".\n\nVARIABLE LABELS\n")
                .append(codebook.variables().stream()
                        .map(variable ->
                                "  %s %s".formatted(variable.name(), quoted(variable.label(), LONGEST_VARIABLE_LABEL)))
                        .collect(joining("\n")))
                .append(".\n\n");
        codebook.variables().stream()
                .filter(variable -> !variable.values().isEmpty())
                .forEach(variable -> syntax.append(valueLabels(variable)));
        return syntax.append("EXECUTE.\n").toString();
    }

    private static String format(Variable variable) {
        return switch (variable.kind()) {
            case TEXT -> "A64";
            case FLAG, ANSWER, ITEM_SCORE, COUNT -> "F8.0";
            case SCALE_SCORE -> "F12.6";
        };
    }

    private static String valueLabels(Variable variable) {
        return "VALUE LABELS %s\n%s.\n"
                .formatted(
                        variable.name(),
                        variable.values().entrySet().stream()
                                .map(value -> "  " + value(variable, value))
                                .collect(joining("\n")));
    }

    private static String value(Variable variable, Map.Entry<String, String> value) {
        String key = variable.isText() ? quoted(value.getKey(), LONGEST_VALUE_LABEL) : value.getKey();
        return key + " " + quoted(value.getValue(), LONGEST_VALUE_LABEL);
    }

    /** One string in short pieces, because SPSS limits the length of a line. */
    private static String quoted(String text, int mostBytes) {
        String line = cut(text.replace('\n', ' '), mostBytes);
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < line.length() || pieces.isEmpty(); from += LONGEST_PIECE) {
            String piece = line.substring(from, Math.min(line.length(), from + LONGEST_PIECE));
            pieces.add("'" + piece.replace("'", "''") + "'");
        }
        return String.join(" +\n    ", pieces);
    }

    /** Shortens a label: SPSS counts its bytes and complains about long ones. */
    private static String cut(String text, int mostBytes) {
        String cut = text;
        while (cut.getBytes(StandardCharsets.UTF_8).length > mostBytes) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut;
    }
}
