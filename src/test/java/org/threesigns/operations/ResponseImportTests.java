package org.threesigns.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.threesigns.scoring.ReferenceData.copyOfResponses;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.Concurrently;
import org.threesigns.assessment.BulkResults;
import org.threesigns.dashboard.Dashboard;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.operations.ResponseImport.Order;
import org.threesigns.operations.ResponseImport.Report;
import org.threesigns.publication.OnReferenceInstruments;
import org.threesigns.publication.Publisher;
import org.threesigns.publication.Recount;
import org.threesigns.publication.StoredResults;
import org.threesigns.scoring.Responses;
import org.threesigns.startup.ExitCode;
import org.threesigns.statistics.InstrumentShapes;
import org.threesigns.statistics.ReferenceAgreement;
import org.threesigns.storage.DurableCommit;

/** Responses that another system has collected, on their way into the store, and out of it again. */
@OnReferenceInstruments
abstract class ResponseImportTests {

    private static final Instrument SIM24 = TestInstruments.sim24();

    @TempDir
    private Path folder;

    @Autowired
    private ResponseImport responses;

    @Autowired
    private UndoImportCommand undo;

    @Autowired
    private StoredResults results;

    @Autowired
    private Publisher publisher;

    @Autowired
    private Recount recount;

    @Autowired
    private ImportLock lock;

    @Autowired
    private DurableCommit commit;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @MockitoSpyBean
    private BulkResults rows;

    private final Random random = new Random(7);

    @BeforeEach
    void clear() {
        results.clear();
        jdbc.sql("delete from response_import").update();
    }

    @TestFactory
    Stream<DynamicTest> theReferenceRespondentsComeInByTheirFile() throws IOException {
        Path all = copyOfResponses(folder.resolve("all.csv"));
        // Flagged ones would be a group of their own.
        List<String> lines = Files.readAllLines(all);
        String nobodyFlagged =
                lines.get(0) + ",careless\n" + String.join(",0\n", lines.subList(1, lines.size())) + ",0\n";

        Report report = load(file(nobodyFlagged));

        assertThat(report.plan().results()).isEqualTo(20_000);
        assertThat(report.plan().moved()).isZero();
        Dashboard dashboard = dashboard();
        assertThat(dashboard.trend().months().stream()
                        .limit(6)
                        .map(month -> month.month().toString()))
                .containsExactly("2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06");
        return new ReferenceAgreement(dashboard.statistics().orElseThrow()).everybody();
    }

    @Test
    void aRefusedRowStopsTheWholeFile() throws IOException {
        Path file = file(header() + rows(20, "2025-01") + "\n2025-01,x" + ",1".repeat(23));

        Report report = load(file);

        assertThat(report.number()).isEmpty();
        assertThat(report.reading().refused()).isEqualTo(1);
        assertNothingIsStored();
    }

    @Test
    void onRequestRefusedRowsAreLeftOutAndTheOthersTaken() throws IOException {
        Path file = file(header() + rows(20, "2025-01") + "\n2025-01,x" + ",1".repeat(23));

        Report report = responses.load(new Order(file, SIM24, "en", true, false));

        assertThat(report.number()).isPresent();
        assertThat(stored()).isEqualTo(20);
    }

    @Test
    void whereEveryRowIsRefusedNothingIsImported() throws IOException {
        Report report =
                responses.load(new Order(file(header() + "\n2025-01,x" + ",1".repeat(23)), SIM24, "en", true, false));

        assertThat(report.acceptable(true)).isFalse();
        assertNothingIsStored();
    }

    @Test
    void theSameFileIsRefusedTheSecondTimeUnderWhateverName() throws IOException {
        String content = header() + rows(12, "2025-01");
        load(file(content));

        Path again = Files.writeString(folder.resolve("other.csv"), content);

        assertThatExceptionOfType(ImportRefusedException.class)
                .isThrownBy(() -> load(again))
                .withMessageContaining("imported before (import ")
                .extracting(ImportRefusedException::exitCode)
                .isEqualTo(ExitCode.IMPORTED_BEFORE);
        assertThat(stored()).isEqualTo(12);
    }

    @Test
    void aFileMayHoldAnswersToTwoQuestionnaires() throws IOException {
        Instrument other = TestInstruments.threeSigns();
        Path file = file(header() + "," + ids(other) + ("\n2025-01" + ",1".repeat(24) + ",2".repeat(27)).repeat(12));

        load(file);
        responses.load(new Order(file, other, "en", false, false));

        assertThat(stored()).isEqualTo(24);
    }

    @Test
    void aFileThatAnEarlierReleaseImportedIsRefusedForEveryQuestionnaire() throws IOException {
        Path file = file(header() + rows(12, "2025-01"));
        load(file);
        jdbc.sql("update response_import set instrument = null, instrument_version = null")
                .update();

        assertThatExceptionOfType(ImportRefusedException.class)
                .isThrownBy(() -> load(file))
                .withMessageContaining("by release 0.1.0");
    }

    @Test
    void resultsCountInTheirMonthsOrInAnotherOfTheFile() throws IOException {
        Report report = load(file(header()
                + rows(3, "2024-12")
                + rows(12, "2025-01")
                + rows(4, "2025-02")
                + rows(4, "2025-03")
                + rows(4, "2025-04")
                + rows(9, "2025-06")));

        assertThat(report.plan().moved()).isEqualTo(3 + 4 + 4 + 9);
        assertThat(jdbc.sql("""
                        select b.counted_month, count(*) from assessment a join batch b on a.batch = b.id
                        group by b.counted_month order by b.counted_month""")
                        .query((row, number) -> row.getString(1) + ": " + row.getInt(2))
                        .list())
                .containsExactly("2025-01-01: 15", "2025-04-01: 21");
        assertThat(recount.recount().agreed()).isTrue();
    }

    @Test
    void aGroupOfFewerThanTenIsStoredAndNeverCounted() throws IOException {
        Report report = load(file(header() + ",careless" + rows(30, "2025-01", ",0") + rows(9, "2025-01", ",1")));
        results.some(12, "en", true);
        publisher.publish();

        assertThat(report.plan().uncounted()).isEqualTo(9);
        assertThat(stored()).isEqualTo(51);
        assertThat(results.published()).hasSize(42);
        assertThat(recount.recount().agreed()).isTrue();
    }

    @Test
    void importedResultsAreInBatchesOfTheirOwn() throws IOException {
        results.some(5);
        load(file(header() + rows(25, "2025-01")));
        results.some(4);

        assertThat(publisher.publish()).isZero();
        assertThat(results.published()).hasSize(25);
        assertThat(jdbc.sql("select count(*) from assessment where batch is not null group by batch")
                        .query(Integer.class)
                        .list())
                .hasSize(2)
                .allSatisfy(size -> assertThat(size).isBetween(10, 19));
    }

    @Test
    void aDryRunStoresNothingAndCountsWhatIsThereAlready() throws IOException {
        Responses one = InstrumentShapes.anyResponses(SIM24, random);
        results.one(one, "en", false);
        String same = "\n2025-01" + cells(one);
        Path file = file(header() + rows(20, "2025-01") + same + same);

        Report report = responses.load(new Order(file, SIM24, "en", false, true));

        assertThat(report.number()).isEmpty();
        assertThat(report.acceptable(false)).isTrue();
        assertThat(report.plan().results()).isEqualTo(22);
        assertThat(report.overlap()).isEqualTo(2);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void anUndoneImportLeavesEverythingAsItWasAndCanBeRepeated() throws IOException {
        results.some(25);
        publisher.publish();
        List<Responses> before = results.published();
        Path file = file(header() + ",careless" + rows(30, "2025-01", ",0") + rows(15, "2025-03", ",0")
                + rows(1, "2025-01", ",1"));
        long number = load(file).number().orElseThrow();

        assertThat(undo.undo(number)).isEqualTo(46);

        assertThat(results.published()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(stored()).isEqualTo(25);
        assertThat(recount.recount().agreed()).isTrue();
        assertThat(dashboard().respondents()).isEqualTo(25);
        assertThat(load(file).number()).isPresent();
    }

    @Test
    void onlyAnImportThatIsThereCanBeUndone() throws IOException {
        long number = load(file(header() + rows(12, "2025-01"))).number().orElseThrow();

        assertThatExceptionOfType(ImportRefusedException.class).isThrownBy(() -> undo.undo(number + 1));
        jdbc.sql("update response_import set instrument = null").update();
        assertThatExceptionOfType(ImportRefusedException.class).isThrownBy(() -> undo.undo(number));
        assertThat(stored()).isEqualTo(12);
    }

    @Test
    void aFileThatChangesBetweenCheckAndStoreIsRefused() throws IOException {
        Path file = file(header() + rows(20, "2025-01"));
        doAnswer(call -> Files.writeString(file, rows(2, "2025-02"), StandardOpenOption.APPEND))
                .when(rows)
                .forEach(any(), any());

        assertThatExceptionOfType(ImportRefusedException.class)
                .isThrownBy(() -> load(file))
                .withMessage("the file changed while it was read");
        assertNothingIsStored();
    }

    @Test
    void aStoreThatFailsHalfWayLeavesNothing() throws IOException {
        Path file = file(header() + rows(500, "2025-01"));
        doAnswer(call -> {
                    doThrow(new DataAccessResourceFailureException("full"))
                            .when(rows)
                            .insert(any());
                    return call.callRealMethod();
                })
                .when(rows)
                .insert(any());

        assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(() -> load(file));
        assertNothingIsStored();
    }

    @Test
    void oneImportRunsAtATime() throws IOException {
        Path file = file(header() + rows(12, "2025-01"));
        lock.prepare();

        commit.durably(() -> {
            lock.take();
            assertThat(CompletableFuture.supplyAsync(() -> exitCode(() -> load(file)))
                            .join())
                    .isEqualTo(ExitCode.IMPORT_RUNNING);
            assertThat(CompletableFuture.supplyAsync(() -> exitCode(() -> undo.undo(1)))
                            .join())
                    .isEqualTo(ExitCode.IMPORT_RUNNING);
            return 0;
        });

        assertThat(stored()).isZero();
        assertThat(load(file).number()).isPresent();
    }

    @Test
    void theSameFileAtTheSameTimeComesInOnce() throws IOException {
        Path file = file(header() + rows(300, "2025-01"));

        assertThat(Concurrently.atOnce(2, () -> exitCode(() -> load(file))))
                .containsOnlyOnce(ExitCode.DONE)
                .hasSize(2);
        assertThat(stored()).isEqualTo(300);
    }

    @Test
    void importsAndWhatIsUndoneAreInTheAuditLog() throws IOException {
        jdbc.sql("delete from audit_event").update();
        long number = load(file(header() + rows(12, "2025-01"))).number().orElseThrow();
        undo.undo(number);

        assertThat(jdbc.sql("select event, detail from audit_event order by id")
                        .query((row, each) -> row.getString(1) + " " + row.getString(2))
                        .list())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("responses-imported import " + number + ": 12 results of sim24 version 1"),
                        second -> assertThat(second).startsWith("import-undone import " + number));
    }

    @Test
    void anExportOfThisApplicationComesInAgain() throws Exception {
        load(file(header() + rows(30, "2025-01") + rows(40, "2025-02")));
        results.some(30);
        results.some(30, "en", true);
        publisher.publish();
        List<String> before = published();
        String export = export();
        clear();

        load(file(export));

        assertThat(published()).isEqualTo(before);
    }

    private interface Attempt {
        void run() throws IOException;
    }

    private static ExitCode exitCode(Attempt attempt) {
        try {
            attempt.run();
            return ExitCode.DONE;
        } catch (ImportRefusedException e) {
            return e.exitCode();
        } catch (IOException e) {
            return ExitCode.TROUBLE;
        }
    }

    private Report load(Path file) throws IOException {
        return responses.load(new Order(file, SIM24, "en", false, false));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("responses.csv"), content);
    }

    private static String header() {
        return "month," + ids(SIM24);
    }

    private static String ids(Instrument instrument) {
        return String.join(",", instrument.items().stream().map(Item::id).toList());
    }

    /** Rows that begin with a line break, of people who answer at random. */
    private String rows(int n, String month) {
        return rows(n, month, "");
    }

    private String rows(int n, String month, String more) {
        List<String> all = new ArrayList<>();
        for (int row = 0; row < n; row++) {
            all.add("\n" + month + cells(InstrumentShapes.anyResponses(SIM24, random)) + more);
        }
        return String.join("", all);
    }

    private static String cells(Responses given) {
        var cells = new StringBuilder();
        SIM24.items().forEach(item -> {
            cells.append(',');
            given.option(item)
                    .ifPresent(
                            option -> cells.append(SIM24.responseScales().get(0).value(option)));
        });
        return cells.toString();
    }

    private int stored() {
        return jdbc.sql("select count(*) from assessment").query(Integer.class).single();
    }

    private void assertNothingIsStored() {
        for (String table : List.of("assessment", "batch", "response_cell", "response_import")) {
            assertThat(jdbc.sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    private List<String> published() {
        return jdbc
                .sql("""
                        select a.responses, a.language, a.wording, a.careless, b.counted_month
                        from assessment a join batch b on b.id = a.batch where b.counted_month is not null""")
                .query((row, number) -> "%s %s %s %s %s"
                        .formatted(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getBoolean(4),
                                row.getString(5)))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    private String export() throws IOException {
        return mvc.get()
                .uri("/admin/export/responses.csv?instrument=sim24")
                .with(user("ada").roles("ADMINISTRATOR"))
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    private Dashboard dashboard() {
        var page = mvc.get()
                .uri("/admin?instrument=sim24")
                .with(user("ann").roles("ANALYST"))
                .exchange();
        return (Dashboard) Objects.requireNonNull(
                Objects.requireNonNull(page.getMvcResult().getModelAndView())
                        .getModel()
                        .get("dashboard"));
    }
}
