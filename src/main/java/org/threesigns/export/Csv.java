package org.threesigns.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes comma-separated values by RFC 4180. An apostrophe turns a cell that a spreadsheet would run as a formula into
 * text; plain numbers stay numbers.
 */
final class Csv {

    /** Begins a file with letters beyond ASCII, without which Excel takes it for text of the computer's own encoding. */
    static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final String STARTS_A_FORMULA = "=+-@\t\r";
    private static final String NUMBER = "-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?";
    private static final String TEXT_MARK = "'";

    private final CsvWriter out;

    Csv(Writer out) {
        this.out = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(new MarkedTextQuotes())
                .bufferSize(0) // the response has a buffer of its own
                .build(out);
    }

    /** @throws java.io.UncheckedIOException if the reader has gone */
    void row(List<String> cells) {
        out.writeRecord(cells.stream().map(Csv::withoutFormula).toList());
    }

    /** Writes a whole table. */
    static void write(List<List<String>> table, Writer out) throws IOException {
        table.forEach(new Csv(out)::row);
        out.flush();
    }

    private static String withoutFormula(String cell) {
        boolean formula = !cell.isEmpty() && STARTS_A_FORMULA.indexOf(cell.charAt(0)) >= 0 && !cell.matches(NUMBER);
        return formula ? TEXT_MARK + cell : cell;
    }

    /** Besides what RFC 4180 asks for, quotes the cells that an apostrophe begins. */
    private static final class MarkedTextQuotes implements QuoteStrategy {

        @Override
        public boolean quoteValue(int line, int field, String value) {
            return value.startsWith(TEXT_MARK);
        }
    }
}
