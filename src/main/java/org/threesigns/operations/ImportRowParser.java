package org.threesigns.operations;

import static java.util.stream.Collectors.joining;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.ResponseOption;
import org.threesigns.instrument.ResponseScale;
import org.threesigns.instrument.Wording;
import org.threesigns.operations.ImportColumns.Cell;
import org.threesigns.scoring.CarelessResponding;
import org.threesigns.scoring.Responses;

/** Turns the rows of an import file into results of an instrument. */
final class ImportRowParser {

    private static final YearMonth FIRST_MONTH = YearMonth.of(1900, 1);
    private static final int LENGTH_OF_A_DATE = 10;
    private static final Pattern AFTER_A_DATE = Pattern.compile("[T ]");
    private static final String WHOLE_NUMBER = "0|-?[1-9]\\d{0,3}";

    private final Instrument instrument;
    private final String language;
    private final YearMonth now;
    private final ImportColumns columns;

    /**
     * Reads the header.
     *
     * @param language of rows that name none
     * @param now the current month; later ones are refused
     * @throws ImportRefusedException if a column is missing, or a name could mean several
     */
    ImportRowParser(Instrument instrument, String language, YearMonth now, List<String> header) {
        this.instrument = instrument;
        this.language = language;
        this.now = now;
        this.columns = new ImportColumns(instrument, header);
    }

    /**
     * The result in this row.
     *
     * @throws ImportRefusedException if a cell has an invalid value
     */
    CompletedAssessment result(List<String> cells) {
        if (cells.size() != columns.width()) {
            throw new ImportRefusedException("%s cells, but %s columns".formatted(cells.size(), columns.width()));
        }
        Responses responses = responses(cells);
        return new CompletedAssessment(
                instrument.id(),
                instrument.version(),
                language(cells),
                month(cells).atDay(1),
                responses,
                careless(cells, responses),
                wording(cells),
                false);
    }

    private Responses responses(List<String> cells) {
        Responses responses = Responses.allSkipped(instrument.items().size());
        for (Item item : instrument.items()) {
            Optional<Cell> answer = columns.answer(item, cells).filter(given -> !saysNotAsked(item, given));
            if (answer.isPresent()) {
                responses = responses.with(item, option(item, answer.get()));
            }
        }
        Responses asked = responses.whereAsked(instrument);
        instrument.items().stream()
                .filter(Item::isConditional)
                .forEach(item -> columns.answer(item, cells).ifPresent(given -> requireFit(item, given, asked)));
        return asked;
    }

    private static boolean saysNotAsked(Item item, Cell answer) {
        return item.isConditional() && number(answer).equals(ResponseOption.NOT_ASKED);
    }

    /** A conditional item is answered exactly if the other answers of the row ask for it. */
    private static void requireFit(Item item, Cell given, Responses asked) {
        if (saysNotAsked(item, given) && asked.isAsked(item)) {
            throw given.refusal("says that it was not asked, and the other answers that it was");
        }
        if (!saysNotAsked(item, given) && !asked.isAsked(item)) {
            throw given.refusal("answers what is not asked after the other answers (%s)".formatted(item.condition()));
        }
    }

    /** Of options with the same value, the first. */
    private static int option(Item item, Cell answer) {
        String given = number(answer);
        return (given.matches(WHOLE_NUMBER)
                        ? item.responseScale().indexOfValue(Integer.parseInt(given))
                        : OptionalInt.empty())
                .orElseThrow(() -> answer.refusal("is " + noneOf(item.responseScale())));
    }

    private static String noneOf(ResponseScale scale) {
        if (!scale.isNumber()) {
            return "none of the values "
                    + scale.options().stream()
                            .map(option -> Integer.toString(option.value()))
                            .collect(joining(", "));
        }
        return "no whole number from %s to %s%s"
                .formatted(scale.lowest(), scale.highest(), scale.step() == 1 ? "" : " in steps of " + scale.step());
    }

    /** Programs without missing whole numbers write {@code 3.0} for 3, and {@code 3,0} between semicolons. */
    private static String number(Cell cell) {
        return cell.value().replaceFirst("^(-?\\d+)[.,]0+$", "$1");
    }

    private String language(List<String> cells) {
        Optional<Cell> given = columns.other("language", cells);
        given.filter(each -> !instrument.languages().contains(each.value())).ifPresent(unknown -> {
            throw unknown.refusal("is no language of %s version %s".formatted(instrument.id(), instrument.version()));
        });
        return given.map(Cell::value).orElse(language);
    }

    private YearMonth month(List<String> cells) {
        Cell given = columns.month(cells).orElseThrow(() -> new ImportRefusedException("no month"));
        YearMonth month = month(given);
        if (month.isAfter(now)) {
            throw given.refusal("is still to come");
        }
        if (month.isBefore(FIRST_MONTH)) {
            throw given.refusal("is too long ago");
        }
        return month;
    }

    private static YearMonth month(Cell given) {
        String value = given.value();
        try {
            return value.length() < LENGTH_OF_A_DATE
                    ? YearMonth.parse(value)
                    : YearMonth.from(LocalDate.parse(AFTER_A_DATE.split(value, 2)[0]));
        } catch (DateTimeException e) {
            throw given.refusal("is no month such as 2025-03 and no date such as 2025-03-14");
        }
    }

    private boolean careless(List<String> cells, Responses responses) {
        Optional<Cell> flag = columns.other("careless", cells);
        if (flag.isPresent()) {
            return switch (number(flag.get()).toLowerCase(Locale.ROOT)) {
                case "1", "true" -> true;
                case "0", "false" -> false;
                default -> throw flag.get().refusal("is neither 0 nor 1");
            };
        }
        return CarelessResponding.suspected(
                instrument, responses, columns.other("duration_seconds", cells).map(ImportRowParser::seconds));
    }

    private static Duration seconds(Cell cell) {
        String number = cell.value().replace(',', '.');
        if (!number.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            throw cell.refusal("is no number of seconds");
        }
        return Duration.ofMillis(Math.round(1000 * Double.parseDouble(number)));
    }

    private Wording wording(List<String> cells) {
        Optional<Cell> given = columns.other("wording", cells);
        String name = given.map(Cell::value).orElse(Wording.CURRENT.key());
        return instrument.wordings().stream()
                .filter(wording -> wording.key().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> given.map(each -> each.refusal("is no wording of the questionnaire"))
                        .orElseGet(() -> new ImportRefusedException("no wording, and 'current' is none of it")));
    }
}
