package org.threesigns.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threesigns.Concurrently;
import org.threesigns.assessment.Shares.Share;
import org.threesigns.assessment.Shares.Shared;
import org.threesigns.instrument.Wording;
import org.threesigns.scoring.Responses;

/** What a second key can show, on both engines. */
@StoreTest
abstract class SharesTests {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<String> TWO = List.of("distance", "cues");

    private static final CompletedAssessment OTHER_ANSWERS = new CompletedAssessment(
            "three-signs", 1, "en", LocalDate.of(2026, 3, 15), new Responses("210"), false, Wording.PAST, false);

    private final AssessmentToken owner = someToken();
    private final CompletedAssessment completed = new CompletedAssessment(
            "three-signs", 1, "en", LocalDate.of(2026, 3, 14), new Responses("012"), false, Wording.CURRENT, true);

    @Autowired
    private Assessments assessments;

    @Autowired
    private Shares shares;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void leaveAResult() {
        assessments.save(owner, completed);
    }

    @Test
    void showsTheResultAndWhatWasChosen() {
        ShareKey key = shares.open(owner, TWO, 7).orElseThrow();

        var shared = shares.find(key).orElseThrow();

        assertThat(shared.completed()).isEqualTo(completed);
        assertThat(shared.scales()).isEqualTo(TWO);
        assertThat(shared.endsOn()).isEqualTo(today().plusDays(7));
    }

    @Test
    void keepsNoTrailOfTheKey() {
        ShareKey key = shares.open(owner, TWO, 7).orElseThrow();

        var columns = jdbc.sql("select * from share where key_hash = ?")
                .param(key.hash())
                .query()
                .singleRow();

        assertThat(columns.values().toString()).doesNotContain(key.value());
    }

    @Test
    void listsWhatIsOpen() {
        shares.open(owner, TWO, 30);
        ShareKey first = shares.open(owner, List.of("control"), 1).orElseThrow();

        assertThat(shares.openShares(owner)).extracting(Share::scales).containsExactly(List.of("control"), TWO);
        assertThat(shares.openShares(owner)).first().extracting(Share::handle).isEqualTo(handle(first));
        assertThat(shares.openShares(someToken())).isEmpty();
    }

    @Test
    void endsOne() {
        ShareKey kept = shares.open(owner, TWO, 7).orElseThrow();
        ShareKey ended = shares.open(owner, TWO, 7).orElseThrow();

        shares.end(owner, handle(ended));

        assertThat(shares.find(ended)).isEmpty();
        assertThat(shares.find(kept)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "AAAA", "nothing"})
    void endsNothingThatItDoesNotKnow(String handle) {
        ShareKey kept = shares.open(owner, TWO, 7).orElseThrow();

        shares.end(owner, handle);

        assertThat(shares.find(kept)).isPresent();
    }

    @Test
    void letsNobodyElseEndAShare() {
        ShareKey kept = shares.open(owner, TWO, 7).orElseThrow();
        AssessmentToken other = someToken();
        assessments.save(other, completed);

        shares.end(other, handle(kept));

        assertThat(shares.openShares(other)).isEmpty();
        assertThat(shares.find(kept)).isPresent();
    }

    @Test
    void endsByItselfAfterItsLastDay() {
        ShareKey key = shares.open(owner, TWO, 1).orElseThrow();

        letEndOn(key, today());
        assertThat(shares.find(key)).isPresent();

        letEndOn(key, today().minusDays(1));
        assertThat(shares.find(key)).isEmpty();
        assertThat(shares.openShares(owner)).isEmpty();
    }

    @Test
    void forgetsWhatHasEnded() {
        ShareKey ended = shares.open(owner, TWO, 1).orElseThrow();
        ShareKey open = shares.open(owner, TWO, 1).orElseThrow();
        letEndOn(ended, today().minusDays(1));

        shares.removeEnded();

        assertThat(jdbc.sql("select key_hash from share where assessment_id = ?")
                        .param(owner.key())
                        .query(byte[].class)
                        .list())
                .containsExactly(open.hash());
    }

    @Test
    void endsWhenTheAnswersChange() {
        ShareKey key = shares.open(owner, TWO, 7).orElseThrow();

        assessments.replace(owner, before -> completed);

        assertThat(shares.find(key)).isEmpty();
    }

    @RepeatedTest(20)
    void neverShowsTheNewAnswersWhileTheyChange() {
        ShareKey key = shares.open(owner, TWO, 7).orElseThrow();
        var changed = new AtomicBoolean();

        var shown = Concurrently.<List<Shared>>atOnce(List.of(
                () -> {
                    try {
                        assessments.replace(owner, before -> OTHER_ANSWERS);
                    } finally {
                        changed.set(true);
                    }
                    return List.of();
                },
                () -> {
                    var seen = new ArrayList<Shared>();
                    while (!changed.get()) {
                        shares.find(key).ifPresent(seen::add);
                    }
                    return seen;
                }));

        assertThat(shown.get(1)).allSatisfy(each -> assertThat(each.completed()).isEqualTo(completed));
    }

    @Test
    void goesWithTheResult() {
        ShareKey key = shares.open(owner, TWO, 7).orElseThrow();

        assessments.delete(owner);

        assertThat(shares.find(key)).isEmpty();
    }

    @Test
    void opensNoneOfAResultThatIsNotThere() {
        assertThat(shares.open(someToken(), TWO, 7)).isEmpty();
    }

    @Test
    void opensTenAtMost() {
        for (int share = 0; share < Shares.MOST_OPEN; share++) {
            assertThat(shares.open(owner, TWO, 7)).isPresent();
        }

        assertThat(shares.open(owner, TWO, 7)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 91, 1_000})
    void refusesDaysOutOfRange(int days) {
        assertThatIllegalArgumentException().isThrownBy(() -> shares.open(owner, TWO, days));
    }

    @Test
    void refusesAShareOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> shares.open(owner, List.of(), 7));
    }

    private void letEndOn(ShareKey key, LocalDate day) {
        jdbc.sql("update share set ends_on = ? where key_hash = ?")
                .params(day, key.hash())
                .update();
    }

    private static String handle(ShareKey key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.hash());
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static AssessmentToken someToken() {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        return AssessmentToken.of(secret);
    }
}
