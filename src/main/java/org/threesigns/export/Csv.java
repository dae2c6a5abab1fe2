package org.threesigns.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes comma-separated values by RFC 4180. An apostrophe turns a cell that a spreadsheet would run as a formula into
 * text; plain numbers stay numbers.
 */
final class Csv {

    private static final String STARTS_A_FORMULA = "=+-@\t\r";
    private static final String NUMBER = "-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?";

    private final Writer out;

    Csv(Writer out) {
        this.out = out;
    }

    void row(List<String> cells) {
        try {
            for (int cell = 0; cell < cells.size(); cell++) {
                out.write(cell == 0 ? "" : ",");
                out.write(cell(cells.get(cell)));
            }
            out.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String cell(String text) {
        String safe = isFormula(text) ? "'" + text : text;
        boolean quoted =
                !safe.equals(text) || safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 && !text.matches(NUMBER);
    }
}
