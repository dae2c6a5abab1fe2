package org.threesigns.operations;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.RenamedItems;
import org.threesigns.instrument.TestInstruments;

/** Files as other programs write them, and files that cannot be read. */
class ImportReadingTests {

    private static final Instrument SIM24 = TestInstruments.sim24();
    private static final YearMonth NOW = YearMonth.of(2026, 10);

    @TempDir
    private Path folder;

    private final List<CompletedAssessment> results = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"3 | 2", "3.0 | 2", "3.00 | 2", "' 3 ' | 2", "NA | -", "'' | -", "' ' | -"})
    void anAnswerIsAValueOrMissing(String cell, String encoded) throws IOException {
        read(header() + "\n" + row("2025-01", cell));

        assertThat(results)
                .singleElement()
                .satisfies(result -> assertThat(result.responses().encoded()).isEqualTo(encoded.repeat(24)));
    }

    @Test
    void aCommaMayMarkTheFractionOfAWholeNumber() throws IOException {
        read((header() + "\n" + row("2025-01", "3#0")).replace(',', ';').replace('#', ','));

        assertThat(results.get(0).responses().encoded()).isEqualTo("2".repeat(24));
    }

    @Test
    void aCommaMayMarkTheFractionOfASecond() throws IOException {
        var reading = read((header() + "#duration_seconds\n" + row("2025-01", "3") + "#200,5")
                .replace(',', ';')
                .replace('#', ';')
                .replace("200;5", "200,5"));

        assertThat(reading.problems()).isEmpty();
        assertThat(results).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.5", "9", "0", "two", "=1+1", "n/a", "-", "99999999999999999999", "3.", "1e0", "na"})
    void anotherAnswerIsNamedByLineColumnAndValue(String cell) throws IOException {
        var reading = read(header() + "\n" + row("2025-01", "1") + "\n"
                + row("2025-01", "1").replaceFirst(",1", "," + cell));

        assertThat(results).hasSize(1);
        assertThat(reading.refused()).isEqualTo(1);
        assertThat(reading.problems())
                .containsExactly("line 3: column S1-1: '%s' is none of the values 1, 2, 3, 4, 5".formatted(cell));
    }

    @Test
    void columnsThatNobodyAskedForAreIgnoredWhateverTheyAreCalled() throws IOException {
        String hostile = ",=cmd|' /C calc'!A0,<script>,\"'. evil. \"\"); evil(); \",\"\u001b[2J\n2026 ERROR\"";

        read(header() + hostile + "\n" + row("2025-01", "1") + ",=1+1,<script>,x,y");

        assertThat(results).hasSize(1);
    }

    @Test
    void aHeaderThatIsRefusedIsNotQuoted() {
        assertThatExceptionOfType(ImportRefusedException.class)
                .isThrownBy(() -> read("month,=cmd|' /C calc'!A0,<script>,\"\u001b[2J\n2026 ERROR\"\n2025-01,1,2,3"))
                .withMessageMatching("line 1: no column for [A-Za-z0-9, -]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1\n2026-01-01 ERROR", "1\r\nso", "\u001b[2J", "\u009b2J", "a\u2028b", "\u0007"})
    void aCellThatWouldWriteLinesOfItsOwnOrSteerATerminalIsNamedInOneLine(String cell) throws IOException {
        var reading = read(header() + "\n" + row("2025-01", "1").replaceFirst(",1", ",\"" + cell + "\""));

        assertThat(reading.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .startsWith("line 2: column S1-1: '")
                        .contains("\uFFFD")
                        .doesNotContainPattern("[\\p{Cntrl}\\x{80}-\\x{9f}\u2028]"));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-13, column month: '2025-13' is no month such as 2025-03 and no date such as 2025-03-14",
        "soon, column month: 'soon' is no month",
        "2025-02-30, column month: '2025-02-30' is no month",
        "2025-03-145, column month: '2025-03-145' is no month",
        "2025-03-14oops, column month: '2025-03-14oops' is no month",
        "2026-11, column month: '2026-11' is still to come",
        "0202-05, column month: '0202-05' is too long ago",
        "NA, no month",
        "'', no month",
    })
    void aMonthThatCannotBeIsNamed(String month, String why) throws IOException {
        var reading = read(header() + "\n" + row(month, "1"));

        assertThat(reading.problems()).singleElement().asString().startsWith("line 2: " + why);
    }

    @ParameterizedTest
    @CsvSource({
        "language, xx, 'column language: ''xx'' is no language of sim24 version 1'",
        "wording, later, column wording: 'later' is no wording of the questionnaire",
        "careless, maybe, column careless: 'maybe' is neither 0 nor 1",
        "duration_seconds, long, column duration_seconds: 'long' is no number of seconds",
    })
    void whatElseARowSaysIsChecked(String column, String value, String why) throws IOException {
        var reading = read(header() + "," + column + "\n" + row("2025-01", "1") + "," + value);

        assertThat(reading.problems()).containsExactly("line 2: " + why);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "0.0, false", "FALSE, false", "1, true", "1.0, true", "TRUE, true"})
    void aFlagIsReadAsProgramsWriteIt(String cell, boolean careless) throws IOException {
        read(header() + ",careless\n" + row("2025-01", "1") + "," + cell);

        assertThat(results.get(0).careless()).isEqualTo(careless);
    }

    @Test
    void thoseWhoWereTooFastAreFlagged() throws IOException {
        String answers = "1,2,3,4,5,1,2,3,4,5,1,2,3,4,5,1,2,3,4,5,1,2,3,4";

        read(header() + ",duration_seconds\n2025-01," + answers + ",20\n2025-01," + answers + ",200.5");

        assertThat(results).extracting(CompletedAssessment::careless).containsExactly(true, false);
    }

    @Test
    void aMonthMayBeADateOrATime() throws IOException {
        read(header().replace("month", "Submitted-At") + "\n" + row("2025-03-14T12:00:01Z", "1") + "\n"
                + row("2025-04-14", "1"));

        assertThat(results)
                .extracting(CompletedAssessment::completedOn)
                .containsExactly(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 4, 1));
    }

    @Test
    void blankRowsAreIgnoredAndCounted() throws IOException {
        var reading = read(header() + "\n" + row("2025-01", "1") + "\n" + ",".repeat(24) + "\n\n , ,\"\"\n,\n"
                + row("2025-01", "1") + "\n");

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.blank()).isEqualTo(3);
        assertThat(results).hasSize(2);
    }

    @Test
    void aQuotedCellMayHoldLinesAndTheNextErrorHasItsRightLine() throws IOException {
        var reading = read("note," + header() + "\r\n\"one\r\ntwo, \"\"three\"\"\"," + row("2025-01", "1") + "\r\n,"
                + row("2025-01", "8") + "\r\n");

        assertThat(results).hasSize(1);
        assertThat(reading.problems()).singleElement().asString().startsWith("line 4: ");
    }

    @Test
    void columnsWithoutANameAreIgnoredAndSoAreOthersThatAreThereTwice() throws IOException {
        read(",note," + header() + ",,note\n1,x," + row("2025-01", "2") + ",,y\n");

        assertThat(results).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theDelimiterIsRecognised(String delimiter) throws IOException {
        read((header() + ",\"note, or; more\"\n" + row("2025-01", "2") + ",").replaceAll(",(?! or)", delimiter));

        assertThat(results)
                .singleElement()
                .satisfies(result -> assertThat(result.responses().encoded()).isEqualTo("1".repeat(24)));
    }

    @Test
    void capitalsAndHyphensMakeNoDifferenceWhereNothingElseIsCalledSo() throws IOException {
        read(header().toLowerCase(java.util.Locale.ROOT).replace('-', '_') + "\n" + row("2025-01", "2"));

        assertThat(results).hasSize(1);
    }

    @Test
    void oneColumnNeverFillsTwoItems() throws IOException {
        var ids = new ArrayList<String>();
        SIM24.items().forEach(item -> ids.add("x" + (item.index() + 1)));
        ids.set(0, "q-1");
        ids.set(1, "q_1");
        Instrument instrument = RenamedItems.write(folder, ids);
        String header = "month," + String.join(",", ids);

        read(instrument, header + "\n2025-01,1,5" + ",2".repeat(22));

        assertThat(results.get(0).responses().encoded()).isEqualTo("04" + "1".repeat(22));
        assertThatExceptionOfType(ImportRefusedException.class)
                .isThrownBy(() -> read(instrument, header.replace(",q_1", "") + "\n2025-01,1" + ",2".repeat(22)))
                .withMessage("line 1: no column for q_1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "month,S1-1 | line 1: no column for S3-2, S2-1, S3-1",
                "%items | line 1: no column for month",
                "month,%items,S1-1 | line 1: 2 columns could be S1-1: 'S1-1' (the 2.), 'S1-1' (the 26.)",
                "Month,MONTH,%items | line 1: 2 columns could be month: 'Month' (the 1.), 'MONTH' (the 2.)",
                "month,%items,language,language | line 1: 2 columns could be language",
            })
    void aWrongHeaderIsRefused(String header, String why) {
        String items = header().substring("month,".length());

        assertThatExceptionOfType(ImportRefusedException.class)
                .isThrownBy(() -> read(header.replace("%items", items) + "\n"))
                .withMessageStartingWith(why);
    }

    @Test
    void tenProblemsAreNamedAndTheOthersCounted() throws IOException {
        var reading = read(header() + "\n" + (row("2025-01", "8") + "\n").repeat(25) + "1,2\n");

        assertThat(reading.problems()).hasSize(10);
        assertThat(reading.refused()).isEqualTo(26);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", ",7,"})
    void aRowHasAsManyCellsAsTheHeader(String more) throws IOException {
        String row = more.isEmpty() ? "2025-01,1" : row("2025-01", "1") + more;

        assertThat(read(header() + "\n" + row).problems())
                .containsExactly("line 2: %d cells, but 25 columns".formatted(row.split(",", -1).length));
    }

    static Stream<Arguments> filesThatAreNone() throws IOException {
        String text = header() + ",note\n" + row("2025-01", "1") + ",\n" + row("2025-01", "1") + ",für\n";
        return Stream.of(
                Arguments.of(text.getBytes(ISO_8859_1), "line 3: not UTF-8; save the table as CSV in UTF-8"),
                Arguments.of(text.getBytes(UTF_16), "it is in UTF-16 or not a text; save the table as CSV in UTF-8"),
                Arguments.of(marked(text, UTF_16LE), "it is in UTF-16 or not a text"),
                Arguments.of(text.getBytes(UTF_16LE), "it is in UTF-16 or not a text"),
                Arguments.of(spreadsheet(), "it is a spreadsheet or an archive; save the table as CSV in UTF-8"),
                Arguments.of(bytes(text + "\"1"), "line 4: a quotation mark that is not closed, or has text behind it"),
                Arguments.of(bytes(text + "\"1\"2"), "line 4: a quotation mark that is not closed"),
                Arguments.of(bytes(text + "1".repeat(100_001)), "line 4: a cell of more than 100000 characters"),
                Arguments.of(bytes(text + ",".repeat(2_000)), "line 4: more than 2000 columns"),
                Arguments.of(bytes("\"" + text), "line 1: a quotation mark that is not closed"),
                Arguments.of(bytes(""), "the file is empty"),
                Arguments.of(bytes("\n\n"), "the file is empty"),
                Arguments.of(bytes(header() + "\n,,\n"), "the file has a header and no rows"));
    }

    @ParameterizedTest
    @MethodSource("filesThatAreNone")
    void aFileThatIsNoneIsRefusedInWords(byte[] content, String why) throws IOException {
        Path file = Files.write(folder.resolve("bytes.csv"), content);

        assertThatExceptionOfType(ImportRefusedException.class)
                .isThrownBy(() -> read(SIM24, file).requireRows())
                .withMessageStartingWith(why);
    }

    @Test
    void aFileThatIsNotThereOrAFolderIsRefused() {
        assertThatExceptionOfType(ImportRefusedException.class)
                .isThrownBy(() -> new ResponseFile(folder.resolve("none.csv")))
                .withMessageStartingWith("there is no file ");
        assertThatExceptionOfType(ImportRefusedException.class)
                .isThrownBy(() -> new ResponseFile(folder))
                .withMessageEndingWith(" is a folder, and not a file");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheHeader() throws IOException {
        String quoted = "\"" + header().replace(",", "\",\"") + "\"";

        read(SIM24, Files.write(folder.resolve("mark.csv"), marked(quoted + "\n" + row("2025-01", "1"), UTF_8)));

        assertThat(results).hasSize(1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] marked(String text, Charset charset) {
        return ('\uFEFF' + text).getBytes(charset);
    }

    private static byte[] spreadsheet() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
        }
        return bytes.toByteArray();
    }

    private ImportPass read(String content) throws IOException {
        return read(SIM24, content);
    }

    private ImportPass read(Instrument instrument, String content) throws IOException {
        return read(instrument, Files.writeString(folder.resolve("rows.csv"), content));
    }

    private ImportPass read(Instrument instrument, Path file) throws IOException {
        var reading = new ImportPass(instrument, "en", NOW, results::add);
        new ResponseFile(file).forEach(reading);
        return reading;
    }

    private static String header() {
        return "month," + String.join(",", SIM24.items().stream().map(Item::id).toList());
    }

    private static String row(String month, String answer) {
        return month + ("," + answer).repeat(24);
    }
}
