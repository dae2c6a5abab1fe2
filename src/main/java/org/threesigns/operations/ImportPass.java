package org.threesigns.operations;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.instrument.Instrument;

/** One reading of an import file: the header, then rows that hold a result, that are refused, or that are blank. */
final class ImportPass implements Consumer<CsvRecord> {

    private static final int MOST_NAMED = 10;

    private final Instrument instrument;
    private final String language;
    private final YearMonth now;
    private final Consumer<CompletedAssessment> results;
    private final List<String> problems = new ArrayList<>();
    private @Nullable ImportRowParser rows;
    private int taken;
    private int refused;
    private int blank;

    /** @param results gets each result */
    ImportPass(Instrument instrument, String language, YearMonth now, Consumer<CompletedAssessment> results) {
        this.instrument = instrument;
        this.language = language;
        this.now = now;
        this.results = results;
    }

    @Override
    public void accept(CsvRecord row) {
        List<String> cells = row.getFields();
        if (rows == null) {
            rows = header(cells, row.getStartingLineNumber());
        } else if (cells.stream().allMatch(String::isBlank)) {
            blank++;
        } else {
            result(rows, row).ifPresent(results);
        }
    }

    private ImportRowParser header(List<String> cells, long line) {
        try {
            return new ImportRowParser(instrument, language, now, cells);
        } catch (ImportRefusedException e) {
            throw new ImportRefusedException("line %s: %s".formatted(line, e.getMessage()));
        }
    }

    private Optional<CompletedAssessment> result(ImportRowParser reader, CsvRecord row) {
        try {
            CompletedAssessment result = reader.result(row.getFields());
            taken++;
            return Optional.of(result);
        } catch (ImportRefusedException e) {
            refused++;
            if (refused <= MOST_NAMED) {
                problems.add("line %s: %s".formatted(row.getStartingLineNumber(), e.getMessage()));
            }
            return Optional.empty();
        }
    }

    /** @throws ImportRefusedException if there was no header, or no row that is not blank */
    void requireRows() {
        if (rows == null) {
            throw new ImportRefusedException("the file is empty");
        }
        if (taken + refused == 0) {
            throw new ImportRefusedException("the file has a header and no rows");
        }
    }

    /** The first rows that were refused, by line, with the reason. */
    List<String> problems() {
        return problems;
    }

    int refused() {
        return refused;
    }

    /** How many rows had no value in any cell. */
    int blank() {
        return blank;
    }
}
