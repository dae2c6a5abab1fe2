package org.threesigns.operations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;

/**
 * The columns of an import file: one for each item, one for the month ({@code month}, or a date in {@code completed_on} or
 * {@code submitted_at}), and optionally {@code language}, {@code wording}, {@code careless} and {@code duration_seconds}.
 * Other columns are ignored.
 */
final class ImportColumns {

    private static final List<String> MONTH = List.of("month", "completed_on", "submitted_at");
    private static final List<String> NO_ITEMS =
            List.of("month", "completed_on", "submitted_at", "language", "wording", "careless", "duration_seconds");

    /** What stands for a missing value, in files that R writes. */
    private static final String MISSING = "NA";

    private final ImportHeader header;
    private final Map<Item, Integer> items;
    private final Map<String, Integer> others = new HashMap<>();

    /** @throws ImportRefusedException if a column is missing, or a name could mean several */
    ImportColumns(Instrument instrument, List<String> headerCells) {
        this.header = new ImportHeader(headerCells);
        this.items = new ItemColumns(instrument, header).find(NO_ITEMS);
        for (String name : NO_ITEMS) {
            header.find(name)
                    .filter(column -> !items.containsValue(column))
                    .ifPresent(column -> others.put(name, column));
        }
        if (MONTH.stream().noneMatch(others::containsKey)) {
            throw new ImportRefusedException("no column for month");
        }
    }

    int width() {
        return header.width();
    }

    /** The answer to an item; empty if it was skipped or not asked. */
    Optional<Cell> answer(Item item, List<String> cells) {
        return cell(Objects.requireNonNull(items.get(item)), cells);
    }

    /** What a row says besides its answers; empty if it does not, or there is no such column. */
    Optional<Cell> other(String name, List<String> cells) {
        return Optional.ofNullable(others.get(name)).flatMap(column -> cell(column, cells));
    }

    Optional<Cell> month(List<String> cells) {
        return MONTH.stream().flatMap(name -> other(name, cells).stream()).findFirst();
    }

    private Optional<Cell> cell(int column, List<String> cells) {
        String value = cells.get(column).strip();
        return value.isEmpty() || value.equals(MISSING)
                ? Optional.empty()
                : Optional.of(new Cell(header.name(column), value));
    }

    /** A value and the name of its column. */
    record Cell(String column, String value) {

        private static final int LONGEST = 40;

        /** @param why goes on after the value */
        ImportRefusedException refusal(String why) {
            return new ImportRefusedException("column %s: '%s' %s".formatted(column, shown(), why));
        }

        /** In one line and without what a terminal would obey: it comes from people whom nobody here knows. */
        private String shown() {
            String start = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
            return start.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\x{80}-\\x{9f}]", "\uFFFD");
        }
    }
}
