package org.threesigns.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.threesigns.Concurrently;
import org.threesigns.instrument.Wording;
import org.threesigns.scoring.Responses;

/** What the store promises, on both engines. */
@StoreTest
abstract class AssessmentsTests {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final AssessmentToken token = someToken();

    @Autowired
    private Assessments assessments;

    @Autowired
    private Listener listener;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transactions;

    @BeforeEach
    void listenAnew() {
        listener.reset();
    }

    @Test
    void findsWhatWasSaved() {
        var completed = new CompletedAssessment(
                "three-signs", 1, "es", LocalDate.of(2025, 3, 17), new Responses("01234-a"), true, Wording.PAST, true);

        assessments.save(token, completed);

        assertThat(assessments.find(token)).contains(completed);
    }

    /** The longest questionnaire, with the last number that there can be. */
    @Test
    void findsNumbersThatNoLetterStandsFor() {
        var numbers = answered("\u0100" + "\u04c4".repeat(399));

        assessments.save(token, numbers);

        assertThat(assessments.find(token)).contains(numbers);
    }

    @Test
    void keepsTheFirstOfTwoSavesUnderTheSameToken() {
        assessments.save(token, answered("000"));

        assessments.save(token, answered("111"));

        assertThat(assessments.find(token)).contains(answered("000"));
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void makesOneRowOfFiftySavesAtOnce() throws Exception {
        var outcomes = Concurrently.atOnce(50, () -> {
            Saved saved = assessments.save(token, answered("012"));
            assertThat(assessments.find(token)).isPresent();
            return saved;
        });

        assertThat(outcomes).containsOnlyOnce(Saved.FIRST).containsOnly(Saved.FIRST, Saved.REPEAT);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void tellsEachOfManySavesAtOnceItsOwnOutcome() throws Exception {
        var deleted = someToken();
        jdbc.sql("insert into tombstone (assessment_id, ends_on) values (?, ?)")
                .params(deleted.key(), LocalDate.of(2100, 1, 1))
                .update();
        var repeated = someToken();
        assessments.save(repeated, answered("000"));
        var fresh = Stream.generate(AssessmentsTests::someToken).limit(20).toList();
        var saves = new ArrayList<Callable<Saved>>();
        Stream.concat(fresh.stream(), Stream.of(deleted, repeated))
                .forEach(each -> saves.add(() -> assessments.save(each, answered("111"))));
        saves.add(() -> {
            assertThatExceptionOfType(DataIntegrityViolationException.class)
                    .isThrownBy(() -> assessments.save(token, answered("0".repeat(401))));
            return Saved.DELETED;
        });

        var outcomes = Concurrently.atOnce(saves);

        assertThat(outcomes.subList(0, 20)).containsOnly(Saved.FIRST);
        assertThat(outcomes.subList(20, 22)).containsExactly(Saved.DELETED, Saved.REPEAT);
        assertThat(fresh).allMatch(each -> assessments.find(each).equals(Optional.of(answered("111"))));
        assertThat(assessments.find(deleted)).isEmpty();
        assertThat(assessments.find(repeated)).contains(answered("000"));
        assertThat(assessments.find(token)).isEmpty();
    }

    @Test
    void knowsNoOtherToken() {
        assessments.save(token, answered("012"));
        var other = someToken();

        assertThat(assessments.find(other)).isEmpty();
        assertThat(assessments.replace(other, before -> answered("222"))).isFalse();
        assertThat(assessments.delete(other)).isFalse();
        assertThat(assessments.find(token)).contains(answered("012"));
    }

    @Test
    void keepsNoTrailOfTheToken() {
        assessments.save(token, answered("012"));

        var columns = jdbc.sql("select * from assessment where id = ?")
                .param(token.key())
                .query()
                .singleRow();

        assertThat(columns.values().toString()).doesNotContain(token.value());
    }

    @Test
    void replacesUnderTheSameToken() {
        assessments.save(token, answered("000"));

        assertThat(assessments.replace(token, before -> answered("222"))).isTrue();

        assertThat(assessments.find(token)).contains(answered("222"));
        assertThat(listener.heard()).containsExactly(new AssessmentReplaced(token.key()));
    }

    @Test
    void makesEachReplacementOfWhatIsThereAtThatMoment() {
        assessments.save(token, answered("0"));

        Concurrently.atOnce(8, () -> assessments.replace(token, AssessmentsTests::oneMore));

        assertThat(assessments.find(token)).contains(answered("8"));
    }

    @Test
    void tellsListenersOfAReplacementWhileTheOldAnswersAreThere() {
        assessments.save(token, answered("000"));

        assessments.replace(token, before -> answered("222"));

        assertThat(listener.responsesThen()).containsExactly("000");
    }

    @Test
    void deletesTheRowAndAllThatRefersToIt() {
        assessments.save(token, answered("012"));
        UUID id = token.key();
        jdbc.sql("insert into share (key_hash, assessment_id, scales, ends_on) values (?, ?, 'distance', ?)")
                .params(ShareKey.random().hash(), id, LocalDate.of(2025, 6, 1))
                .update();

        assertThat(assessments.delete(token)).isTrue();

        assertThat(assessments.find(token)).isEmpty();
        assertThat(rows()).isZero();
        assertThat(count("select count(*) from share where assessment_id = ?", id))
                .isZero();
        assertThat(listener.heard()).containsExactly(new AssessmentDeleted(id));
        assertThat(listener.responsesThen()).containsExactly("012");
    }

    @Test
    void deletesOnceHoweverManyAskAtOnce() throws Exception {
        assessments.save(token, answered("012"));

        var deleted = Concurrently.atOnce(8, () -> assessments.delete(token));

        assertThat(deleted).containsOnlyOnce(true);
    }

    @Test
    void undoesADeletionThatAListenerCouldNotFollow() {
        assessments.save(token, answered("012"));
        listener.refuseNext();

        assertThatExceptionOfType(Listener.Refusal.class).isThrownBy(() -> assessments.delete(token));

        assertThat(assessments.find(token)).contains(answered("012"));
    }

    @Test
    void takesPartInNobodyElsesTransaction() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> transactions.executeWithoutResult(status -> assessments.save(token, answered("012"))));
    }

    @Test
    void doesNotTakeAnyOtherRefusalForARepeat() {
        var tooLong = answered("0".repeat(401));

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> assessments.save(token, tooLong));
    }

    @Test
    void knowsWhichVersionsItsResultsWereGiven() {
        jdbc.sql(
                        "insert into instrument_pin values ('used', 2, 'en', 'f'), ('used', 2, 'es', 'f'), ('unused', 1, 'en', 'f')")
                .update();
        assessments.save(
                token,
                new CompletedAssessment(
                        "used", 2, "en", LocalDate.of(2025, 3, 17), new Responses("0"), false, Wording.CURRENT, false));

        assertThat(assessments.versionsInUse())
                .contains(new InstrumentVersion("used", 2))
                .doesNotContain(new InstrumentVersion("unused", 1));

        assessments.delete(token);
        assertThat(assessments.versionsInUse()).doesNotContain(new InstrumentVersion("used", 2));
    }

    private static CompletedAssessment oneMore(CompletedAssessment before) {
        return answered(String.valueOf(Integer.parseInt(before.responses().encoded()) + 1));
    }

    static CompletedAssessment answered(String responses) {
        return new CompletedAssessment(
                "three-signs",
                1,
                "en",
                LocalDate.of(2025, 3, 17),
                new Responses(responses),
                false,
                Wording.CURRENT,
                false);
    }

    static AssessmentToken someToken() {
        var bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return AssessmentToken.of(bytes);
    }

    private int rows() {
        return count("select count(*) from assessment where id = ?", token.key());
    }

    private int count(String sql, Object parameter) {
        return jdbc.sql(sql).param(parameter).query(Integer.class).single();
    }
}
