package org.threesigns.admin;

import static java.util.stream.Collectors.joining;

import java.util.Map;

/** Commands for SPSS that read the exported responses, with variable and value labels. */
final class SpssSyntax {

    private static final int LONGEST_LABEL = 250;

    private SpssSyntax() {}

    static String of(Codebook codebook) {
        var syntax = new StringBuilder("""
                * Reads the responses that Three Signs exported. Empty cells are skipped questions.
                * Put the folder of the file before its name.
                SET UNICODE=ON.
                GET DATA /TYPE=TXT /FILE="responses.csv" /ENCODING='UTF8' /DELCASE=LINE
                  /DELIMITERS="," /QUALIFIER='"' /ARRANGEMENT=DELIMITED /FIRSTCASE=2
                  /VARIABLES=
                """);
        codebook.variables()
                .forEach(variable -> syntax.append("  %s %s\n".formatted(variable.name(), format(variable))));
        syntax.append(".\n\nVARIABLE LABELS\n")
                .append(codebook.variables().stream()
                        .map(variable -> "  %s %s".formatted(variable.name(), quoted(variable.label())))
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
        String key = variable.isText() ? quoted(value.getKey()) : value.getKey();
        return key + " " + quoted(value.getValue());
    }

    private static String quoted(String text) {
        String line = text.replace("\n", " ");
        String cut = line.length() > LONGEST_LABEL ? line.substring(0, LONGEST_LABEL) : line;
        return "'" + cut.replace("'", "''") + "'";
    }
}
