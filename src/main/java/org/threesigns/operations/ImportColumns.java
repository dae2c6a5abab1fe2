package org.threesigns.operations;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Wording;
import org.threesigns.scoring.CarelessResponding;
import org.threesigns.scoring.Responses;

/**
 * The columns of an import file, as its header names them: one for each item (case, hyphens and underscores make no
 * difference), one for the month ({@code month}, or a date in {@code completed_on} or {@code submitted_at}), and optionally
 * {@code language}, {@code wording}, {@code careless} and {@code duration_seconds}. Other columns are ignored.
 */
final class ImportColumns {

    private static final List<String> MONTH = List.of("month", "completed_on", "submitted_at");

    private final Instrument instrument;
    private final String language;
    private final Map<String, Integer> places = new HashMap<>();
    private final int width;
    private final Map<String, Integer> optionsByValue = new HashMap<>();

    /**
     * @param language of rows that name none
     * @throws ImportRefusedException if a column is missing or is there twice
     */
    ImportColumns(Instrument instrument, String language, List<String> header) {
        this.instrument = instrument;
        this.language = language;
        width = header.size();
        for (int place = 0; place < width; place++) {
            if (places.putIfAbsent(plain(header.get(place)), place) != null) {
                throw new ImportRefusedException("the column '%s' is there twice".formatted(header.get(place)));
            }
        }
        requireAllColumns();
        var options = instrument.responseScale().options();
        for (int option = 0; option < options.size(); option++) {
            optionsByValue.put(Integer.toString(options.get(option).value()), option);
        }
    }

    private void requireAllColumns() {
        List<String> missing = new ArrayList<>(instrument.items().stream()
                .map(Item::id)
                .filter(id -> !places.containsKey(plain(id)))
                .toList());
        if (MONTH.stream().noneMatch(places::containsKey)) {
            missing.add("month");
        }
        if (!missing.isEmpty()) {
            throw new ImportRefusedException("no column for " + String.join(", ", missing));
        }
    }

    private static String plain(String name) {
        return name.replace('-', '_').toLowerCase(Locale.ROOT);
    }

    /**
     * The result in this row.
     *
     * @param now the current month; later ones are refused
     * @throws ImportRefusedException if a cell has an invalid value
     */
    CompletedAssessment result(List<String> cells, YearMonth now) {
        if (cells.size() != width) {
            throw new ImportRefusedException("%s cells instead of %s".formatted(cells.size(), width));
        }
        Responses responses = responses(cells);
        return new CompletedAssessment(
                instrument.id(),
                instrument.version(),
                language(cells),
                month(cells, now).atDay(1),
                responses,
                careless(cells, responses),
                wording(cells),
                false);
    }

    private Responses responses(List<String> cells) {
        Responses responses = Responses.allSkipped(instrument.items().size());
        for (Item item : instrument.items()) {
            Optional<String> value = cell(plain(item.id()), cells);
            if (value.isPresent()) {
                responses = responses.with(item, option(value.get(), item));
            }
        }
        return responses;
    }

    private int option(String value, Item item) {
        Integer option = optionsByValue.get(value);
        if (option == null) {
            throw new ImportRefusedException("%s is none of the values %s of %s"
                    .formatted(quoted(value), new TreeSet<>(optionsByValue.keySet()), item.id()));
        }
        return option;
    }

    private String language(List<String> cells) {
        String given = cell("language", cells).orElse(language);
        if (!instrument.languages().contains(given)) {
            throw new ImportRefusedException("the instrument has no language " + quoted(given));
        }
        return given;
    }

    private YearMonth month(List<String> cells, YearMonth now) {
        String given = MONTH.stream()
                .flatMap(name -> cell(name, cells).stream())
                .findFirst()
                .orElseThrow(() -> new ImportRefusedException("no month"));
        try {
            YearMonth month = given.length() > 7
                    ? YearMonth.from(LocalDate.parse(given.substring(0, Math.min(10, given.length()))))
                    : YearMonth.parse(given);
            if (month.isAfter(now)) {
                throw new ImportRefusedException("the month %s is still to come".formatted(month));
            }
            return month;
        } catch (DateTimeException e) {
            throw new ImportRefusedException("%s is no month such as 2025-03".formatted(quoted(given)));
        }
    }

    private boolean careless(List<String> cells, Responses responses) {
        Optional<String> flag = cell("careless", cells);
        if (flag.isPresent()) {
            return switch (flag.get().toLowerCase(Locale.ROOT)) {
                case "1", "true" -> true;
                case "0", "false" -> false;
                default -> throw new ImportRefusedException("careless is 0 or 1, not " + quoted(flag.get()));
            };
        }
        return CarelessResponding.suspected(
                instrument, responses, cell("duration_seconds", cells).map(ImportColumns::seconds));
    }

    private static Duration seconds(String text) {
        if (!text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            throw new ImportRefusedException("%s is no number of seconds".formatted(quoted(text)));
        }
        return Duration.ofMillis(Math.round(1000 * Double.parseDouble(text)));
    }

    private Wording wording(List<String> cells) {
        String given = cell("wording", cells).orElse("current");
        return instrument.wordings().stream()
                .filter(wording -> wording.name().equalsIgnoreCase(given))
                .findFirst()
                .orElseThrow(() -> new ImportRefusedException("the instrument has no wording " + quoted(given)));
    }

    /** The value in this column; empty if the cell is empty or there is no such column. */
    private Optional<String> cell(String name, List<String> cells) {
        return Optional.ofNullable(places.get(name)).map(cells::get).filter(cell -> !cell.isEmpty());
    }

    private static String quoted(String text) {
        return "'" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "'";
    }
}
