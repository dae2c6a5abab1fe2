package org.threesigns.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.threesigns.publication.StoredResults.INSTRUMENT;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.threesigns.Concurrently;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.instrument.Wording;
import org.threesigns.scoring.Responses;
import org.threesigns.statistics.CountedWording;
import org.threesigns.statistics.ResponseCounts;
import org.threesigns.statistics.UnreadableCountsException;

/** What publishing promises, on both engines. */
@PublicationStoreTest
abstract class PublisherTests {

    @Autowired
    private StoredResults results;

    @Autowired
    private Assessments assessments;

    @Autowired
    private Publisher publisher;

    @Autowired
    private Recount recount;

    @Autowired
    private PublicationQueue queue;

    @Autowired
    private ResponseCells cells;

    @Autowired
    private InstrumentCatalog catalog;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private PlatformTransactionManager transactionManager;

    @Autowired
    private PublicationProperties properties;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void clear() {
        results.clear();
    }

    @Test
    void nineResultsStayUnseen() {
        results.some(9);

        assertThat(publisher.publish()).isZero();
        assertThat(results.counted().respondents()).isZero();
    }

    @Test
    void theTenthBringsAllTenIn() {
        results.some(9);
        publisher.publish();
        results.some(1);

        assertThat(publisher.publish()).isEqualTo(10);
        agree(10);
    }

    @Test
    void manyResultsGoInBatchesOfTenToNineteen() {
        results.some(2345);

        assertThat(publisher.publish()).isEqualTo(2345);
        agree(2345);
        assertThat(results.batchSizes()).allSatisfy(size -> assertThat(size).isBetween(10, 19));
    }

    @Test
    void whatLooksLikeARobotsIsStoredAndNeverCounted() {
        AssessmentToken kept = results.uncounted();
        results.some(9);

        assertThat(publisher.publish()).isZero();
        assertThat(assessments.find(kept)).isPresent();
        assertThat(assessments.delete(kept)).isTrue();
    }

    @Test
    void resultsWaitForOthersOfTheirOwnGroup() {
        results.some(9, "en", false);
        results.some(9, "en", true);
        results.some(9, "es", false);
        results.some(9, "es", Wording.PAST, false);
        assertThat(publisher.publish()).isZero();

        results.some(3, "es", false);

        assertThat(publisher.publish()).isEqualTo(12);
        assertThat(jdbc.sql("select language from response_cell")
                        .query(String.class)
                        .list())
                .containsExactly("es");
    }

    @Test
    void eachWordingHasBatchesAndCountsOfItsOwn() {
        results.some(15, "en", Wording.CURRENT, false);
        results.some(12, "en", Wording.PAST, false);

        publisher.publish();

        assertThat(results.countedByWording()).isEqualTo(Map.of("current", 15L, "past", 12L));
        assertThat(jdbc.sql("select distinct a.wording || b.wording from assessment a join batch b on b.id = a.batch")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("currentcurrent", "pastpast");
        assertThat(recount.recount()).isEqualTo(new Recount.Report(2, 0));
    }

    @Test
    void whatMayMixWordingsIsNeverTakenApart() {
        List<AssessmentToken> tokens = results.some(12);
        publisher.publish();
        results.wereCountedTogether(YearMonth.now(ZoneOffset.UTC), Set.of(tokens.get(0)));
        results.some(10);
        publisher.publish();

        assertThat(results.countedByWording()).isEqualTo(Map.of("not-separated", 12L, "current", 10L));
        assertThat(recount.recount()).isEqualTo(new Recount.Report(2, 0));

        assessments.delete(tokens.get(3));

        assertThat(results.countedByWording()).isEqualTo(Map.of("not-separated", 0L, "current", 10L));
        agree(10);
        results.some(10);
        assertThat(publisher.publish())
                .as("ten new ones and nine or ten that were current")
                .isBetween(19, 20);
        results.some(10, "en", Wording.PAST, false);
        publisher.publish();
        assertThat(results.countedByWording()).containsEntry("past", 11L);
    }

    @Test
    void groupsThatAreTooSmallKeepNobodyElseWaiting() {
        for (int group = 0; group < 2 * Publisher.AT_ONCE / 9; group++) {
            results.some(9, "x-" + group, false);
        }
        results.some(10);

        assertThat(publisher.publish()).isEqualTo(10);
        agree(10);
    }

    @Test
    void aGroupWhoseCountsCannotBeReadKeepsNobodyElseWaiting() {
        for (Wording broken : List.of(Wording.CURRENT, Wording.PAST)) {
            clear();
            results.some(10, "en", Wording.CURRENT, false);
            results.some(10, "en", Wording.PAST, false);
            var unreadable = new ResponseCells(jdbc, catalog) {
                @Override
                Optional<Stored> lock(Cell cell) {
                    if (cell.group().wording() == CountedWording.of(broken)) {
                        ResponseCounts.read(INSTRUMENT, new byte[] {99});
                    }
                    return super.lock(cell);
                }
            };

            assertThatExceptionOfType(UnreadableCountsException.class)
                    .isThrownBy(() ->
                            new Publisher(queue, unreadable, transactions, Clock.systemUTC(), properties).publish());
            assertThat(results.countedByWording().values()).containsOnly(10L);
        }
    }

    @Test
    void whatOnlyANewerCopyKnowsIsLeftToIt() {
        results.some(10);
        jdbc.sql("update assessment set instrument = 'a-newer-one'").update();
        results.some(10);

        assertThat(publisher.publish()).isEqualTo(10);
        agree(10);
    }

    @Test
    void aBatchIsCountedInTheMonthInWhichItFilled() {
        results.some(12);
        var clock = Clock.fixed(Instant.parse("2025-07-31T23:59:59Z"), ZoneOffset.UTC);

        new Publisher(queue, cells, transactions, clock, properties).publish();

        assertThat(jdbc.sql("select counted_month from response_cell")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(LocalDate.of(2025, 7, 1));
    }

    @Test
    void deletingOneTakesItsWholeBatchOutAtOnce() {
        List<AssessmentToken> tokens = results.some(12);
        publisher.publish();

        assessments.delete(tokens.get(3));

        agree(0);
        assertThat(publisher.publish()).isZero();
    }

    @Test
    void whatWasWithdrawnComesBackOnlyWithTenThatNeverWere() {
        List<AssessmentToken> tokens = results.some(12);
        publisher.publish();
        assessments.delete(tokens.get(3));
        results.some(9);
        assertThat(publisher.publish()).isZero();

        results.some(1);

        assertThat(publisher.publish()).isEqualTo(19);
        agree(19);
        results.some(10);
        assertThat(publisher.publish()).isEqualTo(12);
        agree(31);
    }

    /** Or it would be kept as long as the youngest of that batch, and of the next, and so on. */
    @ParameterizedTest
    @CsvSource({"15, 19", "16, 10"})
    void whatWasWithdrawnComesBackOnlyInTheFirstHalfOfItsDays(int age, int published) {
        List<AssessmentToken> tokens = results.some(12);
        publisher.publish();
        assessments.delete(tokens.get(3));
        results.some(10);
        var then = StoredResults.DAY.plusDays(age).atStartOfDay().toInstant(ZoneOffset.UTC);

        var keptForThirtyDays = new PublicationProperties(30, properties.statistics());
        var later = new Publisher(queue, cells, transactions, Clock.fixed(then, ZoneOffset.UTC), keptForThirtyDays);

        assertThat(later.publish()).isEqualTo(published);
        agree(published);
    }

    @Test
    void nobodyWaitsForSomebodyElsesResultInTheirBatch() throws Exception {
        List<AssessmentToken> tokens = results.some(12);
        publisher.publish();

        transactions.executeWithoutResult(status -> {
            jdbc.sql("select id from assessment where id = ? for update")
                    .param(tokens.get(0).key())
                    .query()
                    .singleRow();
            assertThat(CompletableFuture.supplyAsync(() -> assessments.delete(tokens.get(1)))
                            .orTimeout(1, TimeUnit.MINUTES)
                            .join())
                    .isTrue();
        });

        agree(0);
    }

    @Test
    void nothingIsLeftOfABatchThatAllHaveLeft() {
        List<AssessmentToken> tokens = results.some(12);
        publisher.publish();
        assessments.delete(tokens.get(3));
        results.some(30);

        publisher.publish();
        publisher.publish();

        agree(41);
        assertThat(jdbc.sql("select count(*) from batch").query(Integer.class).single())
                .isEqualTo(results.batchSizes().size());
    }

    @Test
    void replacingOneTakesItsWholeBatchOutAndTheNewAnswersComeLater() {
        List<AssessmentToken> tokens = results.some(12);
        publisher.publish();
        var answers = new Responses("4".repeat(INSTRUMENT.items().size()));

        assessments.replace(tokens.get(0), before -> StoredResults.completed(answers, "en", false));

        agree(0);
        results.some(14);
        publisher.publish();
        assertThat(results.counted().respondents()).isEqualTo(19);
        agree(19);
    }

    @Test
    void aResultThatMovesToAnotherLanguageIsCountedThere() {
        List<AssessmentToken> tokens = results.some(10);
        publisher.publish();
        assessments.replace(
                tokens.get(0),
                before -> StoredResults.completed(
                        Responses.allSkipped(INSTRUMENT.items().size()), "es", false));
        results.some(10);
        results.some(10, "es", false);

        publisher.publish();

        agree(30);
        assertThat(recount.recount().agreed()).isTrue();
    }

    @Test
    void deletingOneThatWaitsTouchesNoCount() {
        results.some(15);
        publisher.publish();
        AssessmentToken waiting = results.some(1).get(0);

        assessments.delete(waiting);

        agree(15);
    }

    @Test
    void severalCopiesCountEveryResultExactlyOnce() throws Exception {
        results.some(600);

        int published = Concurrently.atOnce(4, publisher::publish).stream()
                .mapToInt(Integer::intValue)
                .sum();

        results.some(10); // company for the few that two copies may have left to each other
        assertThat(published + publisher.publish()).isEqualTo(610);
        agree(610);
    }

    @Test
    void anotherCopyMayBeTheFirstToCountInAMonth() {
        results.some(12);
        publisher.publish();
        results.some(12);
        var late = new Publisher(queue, new CellsSeenTooLate(), transactions, Clock.systemUTC(), properties);

        assertThat(late.publish()).isEqualTo(12);

        agree(24);
    }

    @Test
    void countsStayRightWhilePeopleComeChangeAndGo() throws Exception {
        List<AssessmentToken> tokens = results.some(200);
        publisher.publish();
        var answers = new Responses("2".repeat(INSTRUMENT.items().size()));
        List<Callable<Integer>> everything = new ArrayList<>();
        for (int each = 0; each < 120; each += 3) {
            AssessmentToken going = tokens.get(each);
            AssessmentToken changing = tokens.get(each + 1);
            everything.add(() -> assessments.delete(going) ? 1 : 0);
            everything.add(() ->
                    assessments.replace(changing, before -> StoredResults.completed(answers, "en", false)) ? 1 : 0);
            everything.add(() -> results.some(5).size());
            everything.add(publisher::publish);
        }

        Concurrently.someAtATime(6, everything);
        publisher.publish();

        assertThat(results.counted()).isEqualTo(ResponseCounts.of(INSTRUMENT, results.published()));
        assertThat(results.counted().respondents()).isPositive();
        assertThat(recount.recount()).isEqualTo(new Recount.Report(1, 0));
    }

    @Test
    void whatFailsHalfWayLeavesNothingHalfDone() {
        results.some(12);
        TransactionOperations dying = new DyingTransactions(transactions);

        assertThatIllegalStateException()
                .isThrownBy(() -> new Publisher(queue, cells, dying, Clock.systemUTC(), properties).publish());

        agree(0);
        assertThat(publisher.publish()).isEqualTo(12);
        agree(12);
    }

    @Test
    void recountingSeesTheCountsAndTheResultsOfOneMoment() {
        AssessmentToken going = results.some(12).get(0);
        publisher.publish();

        var meanwhile = new Recount(jdbc, new CellsReadBeforeADeletion(going), transactionManager);

        assertThat(meanwhile.recount()).isEqualTo(new Recount.Report(1, 0));
        assertThat(assessments.find(going)).isEmpty();
    }

    @Test
    void recountingWhatAgreesWaitsForNobody() {
        results.some(12);
        publisher.publish();

        var report = transactions.execute(status -> {
            jdbc.sql("select counts from response_cell for update").query().listOfRows();
            return Concurrently.atOnce(1, recount::recount).get(0);
        });

        assertThat(report).isEqualTo(new Recount.Report(1, 0));
    }

    @Test
    void recountingMendsWhatIsWrongAndSaysSo() {
        results.some(25);
        publisher.publish();
        jdbc.sql("update response_cell set counts = ?")
                .param(ResponseCounts.none(INSTRUMENT).stored())
                .update();

        assertThat(recount.recount()).isEqualTo(new Recount.Report(1, 1));

        agree(25);
        assertThat(recount.recount().agreed()).isTrue();
    }

    @Test
    void recountingMendsHowManyRowsAreExported() {
        AssessmentToken going = results.some(12).get(0);
        publisher.publish();
        assessments.delete(going);
        results.some(33);
        publisher.publish();
        jdbc.sql("update response_cell set exported_rows = exported_rows + 1").update();

        assertThat(recount.recount()).isEqualTo(new Recount.Report(1, 1));

        assertThat(jdbc.sql("select exported_rows from response_cell")
                        .query(Integer.class)
                        .single())
                .isEqualTo(13);
        assertThat(recount.recount().agreed()).isTrue();
    }

    @Test
    void recountingReadsWhatANewerVersionWrote() {
        results.some(25);
        publisher.publish();
        byte[] newer = results.counted().stored();
        newer[0]++;
        jdbc.sql("update response_cell set counts = ?").param(newer).update();

        assertThat(recount.recount().corrected()).isEqualTo(1);

        agree(25);
    }

    @Test
    void recountingLeavesOutAnInstrumentThatWasTakenAway() {
        jdbc.sql("insert into response_cell values ('gone', 3, 'en', false, date '2025-01-01', ?, 0, 'past')")
                .param(new byte[] {1})
                .update();
        results.some(25);
        publisher.publish();

        assertThat(recount.recount()).isEqualTo(new Recount.Report(1, 0));
    }

    /** Looks for the cell a moment before somebody else has made it. */
    private final class CellsSeenTooLate extends ResponseCells {

        private boolean looked;

        CellsSeenTooLate() {
            super(jdbc, catalog);
        }

        @Override
        Optional<Stored> lock(Cell cell) {
            Optional<Stored> stored = looked ? super.lock(cell) : Optional.empty();
            looked = true;
            return stored;
        }
    }

    private final class CellsReadBeforeADeletion extends ResponseCells {

        private final AssessmentToken going;

        CellsReadBeforeADeletion(AssessmentToken going) {
            super(jdbc, catalog);
            this.going = going;
        }

        @Override
        Optional<Stored> find(Cell cell) {
            Optional<Stored> stored = super.find(cell);
            Concurrently.atOnce(1, () -> assessments.delete(going));
            return stored;
        }

        @Override
        Optional<Stored> lock(Cell cell) {
            throw new AssertionError("The counts and the results of one moment agree");
        }
    }

    /** Counts and rows say what the results say. */
    private void agree(int respondents) {
        assertThat(jdbc.sql("select coalesce(sum(exported_rows), 0) from response_cell")
                        .query(Integer.class)
                        .single())
                .isEqualTo(jdbc.sql("""
                                select count(*) from assessment a join batch b on b.id = a.batch
                                where b.counted_month is not null and b.exported = true""").query(Integer.class).single());
        assertThat(results.published()).hasSize(respondents);
        assertThat(results.counted()).isEqualTo(ResponseCounts.of(INSTRUMENT, results.published()));
    }
}
