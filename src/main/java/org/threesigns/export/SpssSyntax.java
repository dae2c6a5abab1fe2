package org.threesigns.export;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.threesigns.export.Variable.Kind;
import org.threesigns.instrument.ResponseOption;
import org.threesigns.instrument.Scale;

/** Writes SPSS commands that read the exported responses, with labels and missing values, and that compute alpha. */
final class SpssSyntax {

    /** In bytes of UTF-8, as SPSS counts. */
    private static final int LONGEST_VARIABLE_LABEL = 255;

    private static final int LONGEST_VALUE_LABEL = 120;
    private static final int LONGEST_PIECE = 80;
    private static final int NAMES_IN_A_LINE = 3;
    private static final String CUT = "…";

    /** What a reader takes for one character, such as a letter with its accent. */
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private final Codebook codebook;
    private final StringBuilder syntax = new StringBuilder();

    private SpssSyntax(Codebook codebook) {
        this.codebook = codebook;
    }

    static String of(Codebook codebook, ScriptSource file) {
        var spss = new SpssSyntax(codebook);
        spss.read(file);
        spss.label();
        spss.declareMissing();
        codebook.instrument().scales().forEach(spss::reliability);
        return spss.syntax.toString();
    }

    private void read(ScriptSource file) {
        file.notes().forEach(line -> syntax.append("* ").append(line).append('\n'));
        syntax.append("""
                * Put the folder of the file before its name.
                SET DECIMAL=DOT.
                GET DATA /TYPE=TXT /FILE="%s" /ENCODING='UTF8' /DELCASE=LINE
                  /DELIMITERS="," /QUALIFIER='"' /ARRANGEMENT=DELIMITED /FIRSTCASE=2
                  /VARIABLES=
                """.formatted(file.name()));
        codebook.variables()
                .forEach(variable -> syntax.append(
                        "  %s %s\n".formatted(variable.name(), variable.kind().inSpss())));
        syntax.append(".\n\n");
    }

    private void label() {
        syntax.append("VARIABLE LABELS\n")
                .append(codebook.variables().stream()
                        .map(variable ->
                                "  %s %s".formatted(variable.name(), quoted(variable.label(), LONGEST_VARIABLE_LABEL)))
                        .collect(joining("\n")))
                .append(".\n\n");
        codebook.namesBy(SpssSyntax::valueLabels)
                .forEach((labels, names) -> syntax.append("VALUE LABELS\n")
                        .append(lines(names))
                        .append(labels)
                        .append(".\n\n"));
    }

    private static String valueLabels(Variable variable) {
        return variable.values().labels().entrySet().stream()
                .map(value -> "\n  %s %s"
                        .formatted(
                                variable.isText() ? quoted(value.getKey(), LONGEST_VALUE_LABEL) : value.getKey(),
                                quoted(value.getValue(), LONGEST_VALUE_LABEL)))
                .collect(joining());
    }

    /** SPSS takes empty numbers for missing by itself, and an empty text for a value. */
    private void declareMissing() {
        List<String> bands = codebook.variables().stream()
                .filter(variable -> variable.kind() == Kind.BAND)
                .map(Variable::name)
                .toList();
        List<String> conditional = codebook.conditionalNames();
        declareMissing("An empty band is no band.", bands, "' '");
        declareMissing("What was not asked has no answer.", conditional, ResponseOption.NOT_ASKED);
        syntax.append("EXECUTE.\n");
    }

    private void declareMissing(String why, List<String> columns, String value) {
        if (!columns.isEmpty()) {
            syntax.append("* %s\nMISSING VALUES\n%s\n  (%s).\n".formatted(why, lines(columns), value));
        }
    }

    private void reliability(Scale scale) {
        if (scale.items().size() < 2) {
            return;
        }
        syntax.append("""

                * Alpha of this scale, with and without each of its items.
                RELIABILITY
                  /VARIABLES=
                %s
                  /SCALE('%s') ALL
                  /MODEL=ALPHA
                  /SUMMARY=TOTAL.
                """.formatted(lines(codebook.keyedNamesOn(scale)), codebook.nameOf(scale)));
    }

    /** Names in short lines, because SPSS limits the length of a line. */
    private static String lines(List<String> names) {
        var lines = new ArrayList<String>();
        for (int from = 0; from < names.size(); from += NAMES_IN_A_LINE) {
            lines.add("    " + String.join(" ", names.subList(from, Math.min(names.size(), from + NAMES_IN_A_LINE))));
        }
        return String.join("\n", lines);
    }

    /** One string in short pieces, for the same reason. */
    private static String quoted(String text, int mostBytes) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        for (String character : characters(cut(text.replaceAll("\\s+", " "), mostBytes))) {
            if (!piece.isEmpty() && piece.length() + character.length() > LONGEST_PIECE) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(character);
        }
        pieces.add(piece.toString());
        return pieces.stream().map(each -> "'" + each.replace("'", "''") + "'").collect(joining(" +\n    "));
    }

    /** Shortens a label to what SPSS takes, between two characters, and shows that it did. */
    private static String cut(String text, int mostBytes) {
        if (bytes(text) <= mostBytes) {
            return text;
        }
        var cut = new StringBuilder();
        int room = mostBytes - bytes(CUT);
        for (String character : characters(text)) {
            room -= bytes(character);
            if (room < 0) {
                break;
            }
            cut.append(character);
        }
        return cut.append(CUT).toString();
    }

    private static List<String> characters(String text) {
        return CHARACTER.matcher(text).results().map(MatchResult::group).toList();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
