package org.threesigns.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threesigns.publication.StoredResults.INSTRUMENT;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.threesigns.Concurrently;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;
import org.threesigns.statistics.ResponseCounts;

/** What keeping results for a time only promises, on both engines. All results here are of 17 March 2025. */
@PublicationStoreTest
abstract class RetentionTests {

    private static final LocalDate COMPLETED = StoredResults.DAY;
    private static final int DAYS = 30;
    private static final LocalDate LAST_DAY_KEPT = COMPLETED.plusDays(DAYS);
    private static final LocalDate DUE = LAST_DAY_KEPT.plusDays(1);

    private final List<Object> announced = new ArrayList<>();

    @Autowired
    private StoredResults results;

    @Autowired
    private Assessments assessments;

    @Autowired
    private Publisher publisher;

    @Autowired
    private Recount recount;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void clear() {
        results.clear();
        jdbc.sql("delete from deletion").update();
    }

    @Test
    void keepsAResultToTheLastOfItsDaysAndNotLonger() {
        results.some(3);

        assertThat(on(LAST_DAY_KEPT).deleteOlderThan(DAYS)).isZero();
        assertThat(on(DUE).deleteOlderThan(DAYS)).isEqualTo(3);
        assertThat(stored()).isZero();
        assertThat(announced).containsExactly(new ResultsExpired(3));
    }

    @Test
    void aBatchStaysWholeWhileItsYoungestIsYoung() {
        List<AssessmentToken> tokens = results.some(12);
        makeYoung(tokens.get(5));
        publisher.publish();

        assertThat(on(DUE).deleteOlderThan(DAYS)).isZero();
        agree(12);
        assertThat(announced).isEmpty();
    }

    @Test
    void aBatchThatIsDueGoesWholeFromStoreAndCounts() {
        results.some(25);
        publisher.publish();
        results.some(4);

        assertThat(on(DUE).deleteOlderThan(DAYS)).isEqualTo(29);
        assertThat(stored()).isZero();
        agree(0);
    }

    @Test
    void thoseOfABatchThatWasWithdrawnGoByThemselves() {
        List<AssessmentToken> tokens = results.some(12);
        publisher.publish();
        assessments.delete(tokens.get(0));
        makeYoung(tokens.get(1));

        assertThat(on(DUE).deleteOlderThan(DAYS)).isEqualTo(10);
        assertThat(assessments.find(tokens.get(1))).isPresent();
    }

    @Test
    void moreThanOneTransactionHoldsAreDeletedAsWell() {
        results.some(2 * Retention.AT_ONCE + 5);

        assertThat(on(DUE).deleteOlderThan(DAYS)).isEqualTo(2 * Retention.AT_ONCE + 5);
    }

    @Test
    void moreBatchesThanAreLookedAtAtOnceAreDeletedAsWell() {
        results.some((Retention.BATCHES_AT_ONCE + 5) * BatchAssignment.FEWEST);
        publisher.publish();
        assertThat(results.batchSizes()).hasSizeGreaterThan(Retention.BATCHES_AT_ONCE);

        on(DUE).deleteOlderThan(DAYS);

        assertThat(stored()).isZero();
        agree(0);
    }

    @Test
    void twoCopiesAtOnceDeleteEachResultOnce() throws Exception {
        results.some(120);
        publisher.publish();
        results.some(60);

        var deleted = Concurrently.atOnce(2, () -> on(DUE).deleteOlderThan(DAYS));
        deleted.add(on(DUE).deleteOlderThan(DAYS)); // what each left out because the other held it

        assertThat(deleted.stream().mapToInt(each -> each).sum()).isEqualTo(180);
        assertThat(deletions("retention")).isEqualTo(180);
        assertThat(stored()).isZero();
        agree(0);
    }

    @Test
    void leavesOutWhatSomebodyIsChanging() throws Exception {
        results.some(1);
        List<Integer> meanwhile = new ArrayList<>();

        transactions.executeWithoutResult(status -> {
            jdbc.sql("select id from assessment for update").query().listOfRows();
            meanwhile.add(inAnotherThread(() -> on(DUE).deleteOlderThan(DAYS)));
        });

        assertThat(meanwhile).containsExactly(0);
        assertThat(on(DUE).deleteOlderThan(DAYS)).isEqualTo(1);
    }

    @Test
    void aResultThatWasChangedIsAsYoungAsTheChange() {
        AssessmentToken token = results.some(1).get(0);
        makeYoung(token);

        assertThat(on(DUE).deleteOlderThan(DAYS)).isZero();
        assertThat(assessments.find(token)).isPresent();
    }

    @Test
    void deletionsAreCountedByDayAndCauseAndByNothingElse() {
        List<AssessmentToken> tokens = results.some(5);
        assessments.delete(tokens.get(0));
        assessments.delete(tokens.get(1));
        on(DUE).deleteOlderThan(DAYS);

        assertThat(deletions("respondent")).isEqualTo(2);
        assertThat(deletions("retention")).isEqualTo(3);
    }

    private Retention on(LocalDate day) {
        var clock = Clock.fixed(day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        return new Retention(jdbc, assessments, announced::add, clock);
    }

    private void makeYoung(AssessmentToken token) {
        jdbc.sql("update assessment set completed_on = ? where id = ?")
                .params(DUE, token.key())
                .update();
    }

    private int stored() {
        return jdbc.sql("select count(*) from assessment").query(Integer.class).single();
    }

    private int deletions(String cause) {
        return jdbc.sql("select sum(results) from deletion where cause = ?")
                .param(cause)
                .query(Integer.class)
                .single();
    }

    private void agree(int respondents) {
        assertThat(results.counted().respondents()).isEqualTo(respondents);
        assertThat(results.counted()).isEqualTo(ResponseCounts.of(INSTRUMENT, results.published()));
        assertThat(recount.recount().agreed()).isTrue();
    }

    private static <T> T inAnotherThread(Callable<T> work) {
        var thread = Executors.newSingleThreadExecutor();
        try {
            return thread.submit(work).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            thread.shutdown();
        }
    }
}
