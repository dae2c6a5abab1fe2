package org.threesigns.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.threesigns.Concurrently;
import org.threesigns.instrument.Wording;
import org.threesigns.scoring.Responses;

/** What was deleted stays deleted, on both engines. */
@StoreTest
abstract class TombstonesTests {

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final AssessmentToken token = AssessmentsTests.someToken();

    @Autowired
    private Assessments assessments;

    @Autowired
    private Listener listener;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transactions;

    @BeforeEach
    void clear() {
        jdbc.sql("delete from tombstone").update();
        jdbc.sql("delete from assessment").update();
        listener.reset();
    }

    @Test
    void whatItsOwnerDeletedIsNotSavedAgain() {
        assertThat(assessments.save(token, completed(today))).isEqualTo(Saved.FIRST);
        assessments.delete(token);
        listener.reset();

        assertThat(assessments.save(token, completed(today))).isEqualTo(Saved.DELETED);
        assertThat(assessments.saveUncounted(token, completed(today))).isEqualTo(Saved.DELETED);

        assertThat(assessments.find(token)).isEmpty();
        assertThat(listener.heard()).isEmpty();
        assertThat(assessments.save(AssessmentsTests.someToken(), completed(today)))
                .isEqualTo(Saved.FIRST);
    }

    @Test
    void whatRetentionDeletedIsNotSavedAgain() {
        assessments.save(token, completed(today.minusDays(2)));

        assertThat(assessments.deleteCompletedBefore(today, List.of(token.key())))
                .isEqualTo(1);

        assertThat(assessments.save(token, completed(today))).isEqualTo(Saved.DELETED);
    }

    @RepeatedTest(5)
    void whoSendsAgainWhileItIsDeletedBringsNothingBack() throws Exception {
        assessments.save(token, completed(today));
        List<Callable<Boolean>> all = new ArrayList<>(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(each -> () -> assessments.save(token, completed(today)) == Saved.FIRST)
                .toList());
        all.add(() -> assessments.delete(token));

        Concurrently.atOnce(all);

        assertThat(assessments.find(token)).isEmpty();
        assertThat(assessments.save(token, completed(today))).isEqualTo(Saved.DELETED);
    }

    /** PostgreSQL lets the second wait for the end of the deletion; H2 takes what is committed and says that it is there. */
    @Test
    void whoSendsAgainBeforeTheDeletionHasEndedBringsNothingBack() throws Exception {
        assessments.save(token, completed(today));
        var thread = Executors.newSingleThreadExecutor();
        var sentAgain = new CompletableFuture<Saved>();

        transactions.executeWithoutResult(status -> {
            jdbc.sql("insert into tombstone (assessment_id, ends_on) values (?, ?)")
                    .params(token.key(), today)
                    .update();
            jdbc.sql("delete from assessment where id = ?").param(token.key()).update();
            thread.execute(() -> sentAgain.complete(assessments.save(token, completed(today))));
            sentAgain
                    .copy()
                    .completeOnTimeout(Saved.DELETED, 300, TimeUnit.MILLISECONDS)
                    .join();
        });
        thread.shutdown();

        sentAgain.get(1, TimeUnit.MINUTES);
        assertThat(assessments.find(token)).isEmpty();
        assertThat(assessments.save(token, completed(today))).isEqualTo(Saved.DELETED);
    }

    @Test
    void aDeletionThatWasUndoneLeavesTheResultAndNothingElse() {
        assessments.save(token, completed(today));
        listener.refuseNext();
        try {
            assessments.delete(token);
        } catch (Listener.Refusal expected) {
            assertThat(tombstones()).isZero();
        }

        assertThat(assessments.save(token, completed(today))).isEqualTo(Saved.REPEAT);
    }

    @Test
    void itLastsOneDayLongerThanAnyFormIsTaken() {
        assessments.save(token, completed(today));
        assessments.delete(token);

        on(today.plusDays(Assessments.DAYS_TO_SAVE + 1)).removeEnded();
        assertThat(tombstones()).isEqualTo(1);

        on(today.plusDays(Assessments.DAYS_TO_SAVE + 2)).removeEnded();
        assertThat(tombstones()).isZero();
    }

    @Test
    void aResultWhoseFormIsRefusedByNowLeavesNone() {
        assessments.save(token, completed(today.minusDays(Assessments.DAYS_TO_SAVE + 2)));

        assessments.delete(token);

        assertThat(tombstones()).isZero();
    }

    @Test
    void aResultWhoseFormMayStillBeTakenLeavesOne() {
        assessments.save(token, completed(today.minusDays(Assessments.DAYS_TO_SAVE + 1)));

        assessments.delete(token);

        assertThat(tombstones()).isEqualTo(1);
    }

    private Tombstones on(LocalDate day) {
        return new Tombstones(jdbc, Clock.fixed(day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
    }

    private int tombstones() {
        return jdbc.sql("select count(*) from tombstone").query(Integer.class).single();
    }

    private static CompletedAssessment completed(LocalDate day) {
        return new CompletedAssessment(
                "three-signs", 1, "en", day, new Responses("012"), false, Wording.CURRENT, false);
    }
}
