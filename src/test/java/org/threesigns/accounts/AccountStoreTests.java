package org.threesigns.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threesigns.Concurrently;

/** Accounts and the audit log as the database keeps them, on both engines, with several at once where that matters. */
@SecurityStoreTest
abstract class AccountStoreTests {

    private static final Instant NOW = Instant.parse("2026-11-23T17:00:00Z");
    private static final String PASSWORD = "seven lamps under a bridge";
    private static final String OTHER_PASSWORD = "four kettles beside the harbour";

    @Autowired
    private JdbcClient database;

    @Autowired
    private AccountRepository accounts;

    @Autowired
    private AccountCodeRepository codes;

    @Autowired
    private AuditEntryRepository auditEntries;

    @Autowired
    private AccountService administration;

    @Autowired
    private PasswordService newPasswords;

    @Autowired
    private PasswordHasher passwords;

    private Administrator ada;
    private Administrator bob;

    @BeforeEach
    void haveTwoAdministrators() {
        Stream.of("admin_account", "audit_event", "set_up_code", "sign_in_delay", "admin_session")
                .forEach(table -> database.sql("delete from " + table).update());
        ada = add("ada");
        bob = add("bob");
    }

    @Test
    void whatChangesNothingIsNotAudited() {
        administration.changeRole(ada, bob.id(), Role.ADMINISTRATOR);
        administration.setEnabled(ada, bob.id(), true);
        administration.setEnabled(ada, bob.id(), false);
        administration.setEnabled(ada, bob.id(), false);

        assertThat(audited()).containsExactly("account-closed ada bob");
    }

    @Test
    void theLastAdministratorStaysOne() {
        administration.delete(ada, bob.id());

        refused(FormProblem.LAST_ADMINISTRATOR, () -> administration.delete(ada, ada.id()));
        refused(FormProblem.LAST_ADMINISTRATOR, () -> administration.setEnabled(ada, ada.id(), false));
        refused(FormProblem.LAST_ADMINISTRATOR, () -> administration.changeRole(ada, ada.id(), Role.ANALYST));
        assertThat(accounts.findById(ada.id()))
                .hasValueSatisfying(
                        account -> assertThat(account.canAdminister()).isTrue());
        assertThat(audited()).containsExactly("account-deleted ada bob");
    }

    @Test
    void whoHasNoPasswordYetIsNoAdministratorToRelyOn() {
        administration.add(ada, "eve", Role.ADMINISTRATOR);
        administration.setEnabled(ada, bob.id(), false);

        refused(FormProblem.LAST_ADMINISTRATOR, () -> administration.delete(ada, ada.id()));
    }

    @RepeatedTest(5)
    void twoWhoTakeEachOthersRoleAtOnceLeaveOne() throws Exception {
        List<Optional<FormProblem>> outcomes = Concurrently.atOnce(List.<Callable<Optional<FormProblem>>>of(
                () -> outcome(() -> administration.changeRole(ada, bob.id(), Role.ANALYST)),
                () -> outcome(() -> administration.changeRole(bob, ada.id(), Role.ANALYST))));

        assertThat(outcomes).containsExactlyInAnyOrder(Optional.empty(), Optional.of(FormProblem.NOT_ALLOWED));
        assertThat(accounts.findAll().stream().filter(Account::canAdminister)).hasSize(1);
        assertThat(audited()).hasSize(1);
    }

    @RepeatedTest(5)
    void twoWhoLeaveAtOnceLeaveOneBehind() throws Exception {
        List<Optional<FormProblem>> outcomes = Concurrently.atOnce(List.<Callable<Optional<FormProblem>>>of(
                () -> outcome(() -> administration.delete(ada, ada.id())),
                () -> outcome(() -> administration.setEnabled(bob, bob.id(), false))));

        assertThat(outcomes).containsExactlyInAnyOrder(Optional.empty(), Optional.of(FormProblem.LAST_ADMINISTRATOR));
        assertThat(accounts.findAll().stream().filter(Account::canAdminister)).hasSize(1);
    }

    @Test
    void ofTenWhoAddTheSameNameOneDoes() throws Exception {
        List<Optional<FormProblem>> outcomes =
                Concurrently.atOnce(10, () -> outcome(() -> administration.add(ada, "eve", Role.ANALYST)));

        assertThat(outcomes.stream().filter(Optional::isEmpty)).hasSize(1);
        assertThat(outcomes.stream().flatMap(Optional::stream)).containsOnly(FormProblem.USERNAME_TAKEN);
        assertThat(audited()).containsExactly("account-added ada eve, analyst");
    }

    @Test
    void aNameThatCannotBeMakesNoAccount() {
        refused(FormProblem.USERNAME, () -> administration.add(ada, "not a name", Role.ANALYST));
    }

    @Test
    void whoIsInvitedChoosesThePasswordOnce() {
        Invitation invitation = administration.add(ada, " Eve ", Role.ANALYST);

        assertThat(newPasswords.usernameOf(invitation.code())).contains("eve");
        assertThat(newPasswords.choose(invitation.code(), PASSWORD, PASSWORD)).isEmpty();

        assertThat(passwords.matches(PASSWORD, hashOf("eve"))).isTrue();
        assertThat(newPasswords.choose(invitation.code(), OTHER_PASSWORD, OTHER_PASSWORD))
                .containsExactly(FormProblem.NO_SUCH_LINK);
        assertThat(audited()).containsExactly("account-added ada eve, analyst", "password-chosen eve null");
    }

    @Test
    void ofFourWithTheSameLinkOneChooses() throws Exception {
        Invitation invitation = administration.add(ada, "eve", Role.ANALYST);

        List<Boolean> chosen = Concurrently.atOnce(
                4,
                () -> newPasswords.choose(invitation.code(), PASSWORD, PASSWORD).isEmpty());

        assertThat(chosen.stream().filter(done -> done)).hasSize(1);
    }

    @Test
    void aLinkIsOverAfterThreeDaysAndItsCodeIsNotKept() {
        Invitation invitation = administration.add(ada, "eve", Role.ANALYST);
        OneTimeCode code = OneTimeCode.typed(invitation.code());

        assertThat(codesIn(Duration.ofDays(3).minusMinutes(1)).accountOf(code)).isPresent();
        assertThat(codesIn(Duration.ofDays(3).plusMinutes(1)).accountOf(code)).isEmpty();
        assertThat(codesIn(Duration.ofDays(3).plusMinutes(1)).use(code)).isFalse();
        assertThat(database.sql("select code_hash from account_code")
                        .query((row, number) -> row.getBytes(1))
                        .single())
                .hasSize(32);
        assertThat(invitation.toString()).doesNotContain(invitation.code());
    }

    @Test
    void aNewLinkEndsTheOldOneAndThePassword() {
        Invitation first = administration.inviteAgain(ada, bob.id());
        Invitation second = administration.inviteAgain(ada, bob.id());

        assertThat(hashOf("bob")).isNull();
        assertThat(newPasswords.usernameOf(first.code())).isEmpty();
        assertThat(newPasswords.usernameOf(second.code())).contains("bob");
        refused(FormProblem.OWN_ACCOUNT, () -> administration.inviteAgain(ada, ada.id()));
    }

    @Test
    void theLinkOfAClosedAccountDoesNothing() {
        Invitation invitation = administration.add(ada, "eve", Role.ANALYST);
        UUID eve = accounts.findByUsername("eve").orElseThrow().id();

        administration.setEnabled(ada, eve, false);

        assertThat(newPasswords.choose(invitation.code(), PASSWORD, PASSWORD))
                .containsExactly(FormProblem.NO_SUCH_LINK);
    }

    @Test
    void aClosedAccountKeepsItsPasswordInsteadOfGettingALinkThatDoesNothing() {
        administration.setEnabled(ada, bob.id(), false);

        refused(FormProblem.ACCOUNT_CLOSED, () -> administration.inviteAgain(ada, bob.id()));
        assertThat(passwords.matches(PASSWORD, hashOf("bob"))).isTrue();

        administration.setEnabled(ada, bob.id(), true);
        Invitation invitation = administration.inviteAgain(ada, bob.id());
        assertThat(newPasswords.usernameOf(invitation.code())).contains("bob");
    }

    @Test
    void changingAPasswordNeedsTheOldOneAndFollowsThePolicy() {
        assertThat(newPasswords.change(ada, "wrong", OTHER_PASSWORD, OTHER_PASSWORD))
                .containsExactly(FormProblem.WRONG_OLD_PASSWORD);
        assertThat(newPasswords.change(ada, PASSWORD, "short", "shorter"))
                .containsExactly(FormProblem.PASSWORD_TOO_SHORT, FormProblem.PASSWORDS_DIFFER);
        assertThat(newPasswords.change(ada, PASSWORD, PASSWORD, PASSWORD)).containsExactly(FormProblem.SAME_PASSWORD);
        assertThat(newPasswords.change(ada, PASSWORD, OTHER_PASSWORD, OTHER_PASSWORD))
                .isEmpty();

        assertThat(passwords.matches(OTHER_PASSWORD, hashOf("ada"))).isTrue();
        assertThat(audited()).containsExactly("sign-in-failed ada null", "password-changed ada null");
    }

    @Test
    void guessingTheOldPasswordIsSlowedDown() {
        for (int i = 0; i < SignInThrottle.FREE_TRIES; i++) {
            newPasswords.change(ada, "wrong", OTHER_PASSWORD, OTHER_PASSWORD);
        }
        int slowed = database.sql("update sign_in_delay set open_from = ? where failures = ?")
                .params(
                        OffsetDateTime.now(ZoneOffset.UTC).plusSeconds(20),
                        SignInThrottle.FREE_TRIES) // a busy machine may outlast a second
                .update();

        assertThat(slowed).isPositive();
        assertThat(newPasswords.change(ada, PASSWORD, OTHER_PASSWORD, OTHER_PASSWORD))
                .containsExactly(FormProblem.TRY_LATER);
    }

    @Test
    void failuresWithinAnHourAreOneEntryHoweverManyAndWhateverTheName() {
        for (int i = 0; i < 30; i++) {
            auditAt(NOW.plusSeconds(i)).count(AuditEvent.SIGN_IN_FAILED, null);
            auditAt(NOW.plusSeconds(i)).count(AuditEvent.SIGN_IN_FAILED, "ada");
        }
        auditAt(NOW.plus(Duration.ofHours(1))).count(AuditEvent.SIGN_IN_FAILED, null);

        assertThat(auditAt(NOW).page(null, 1).getContent())
                .extracting(AuditEntry::at, AuditEntry::event, AuditEntry::actor, AuditEntry::times)
                .containsExactly(
                        tuple(NOW.plus(Duration.ofHours(1)), "sign-in-failed", null, 1),
                        tuple(NOW, "sign-in-failed", "ada", 30),
                        tuple(NOW, "sign-in-failed", null, 30));
    }

    @Test
    void aFailureIsNotCountedInAnEntryThatSaysMore() {
        auditAt(NOW).record(AuditEvent.PASSKEY_FAILED, "ada", "there may be a copy");
        auditAt(NOW).count(AuditEvent.PASSKEY_FAILED, "ada");
        auditAt(NOW).record(AuditEvent.PASSKEY_FAILED, "ada", "there may be a copy");
        auditAt(NOW).count(AuditEvent.PASSKEY_FAILED, "ada");

        assertThat(auditAt(NOW).page(null, 1).map(AuditEntryView::of).getContent())
                .extracting(AuditEntryView::detail)
                .containsExactly("there may be a copy", "2 times within an hour", "there may be a copy");
    }

    @Test
    void anEntryThatWasCountedStillSaysWhatItSaid() {
        auditAt(NOW).record(AuditEvent.PASSKEY_FAILED, "ada", "there may be a copy");
        database.sql("update audit_event set times = 3").update(); // by an earlier version

        assertThat(auditAt(NOW).page(null, 1).map(AuditEntryView::of).getContent())
                .extracting(AuditEntryView::detail)
                .containsExactly("there may be a copy (3 times within an hour)");
    }

    @Test
    void theLogIsReadInPagesTheNewestFirstAndByEvent() {
        for (int i = 0; i < 120; i++) {
            auditAt(NOW.plusSeconds(i))
                    .record(i % 2 == 0 ? AuditEvent.SIGNED_IN : AuditEvent.SIGNED_OUT, "ada", "" + i);
        }

        assertThat(auditAt(NOW).page(null, 1).getContent())
                .hasSize(50)
                .first()
                .satisfies(entry -> assertThat(entry.detail()).isEqualTo("119"));
        assertThat(auditAt(NOW).page(null, 3).getContent())
                .hasSize(20)
                .last()
                .satisfies(entry -> assertThat(entry.detail()).isEqualTo("0"));
        assertThat(auditAt(NOW).page(AuditEvent.SIGNED_IN, 1).getTotalPages()).isEqualTo(2);
        assertThat(auditAt(NOW).page(AuditEvent.SIGNED_IN, 99).getContent()).hasSize(10);
        assertThat(auditAt(NOW).page(AuditEvent.SIGNED_IN, 99).getNumber()).isEqualTo(1);
        assertThat(auditAt(NOW).page(AuditEvent.SET_UP, -1).getContent()).isEmpty();
        assertThat(auditAt(NOW).page(AuditEvent.SET_UP, -1).getNumber()).isZero();
        assertThat(auditAt(NOW).page(null, Integer.MAX_VALUE).getNumber()).isEqualTo(2);
        assertThat(auditAt(NOW).page(null, Integer.MIN_VALUE).getNumber()).isZero();
    }

    @Test
    void whatIsOldIsDeleted() {
        auditAt(NOW.minus(Duration.ofDays(366))).record(AuditEvent.SIGNED_IN, "ada");
        auditAt(NOW.minus(Duration.ofDays(364))).record(AuditEvent.SIGNED_OUT, "ada");

        assertThat(auditAt(NOW).deleteOlderThan(Duration.ofDays(365))).isEqualTo(1);

        assertThat(audited()).containsExactly("signed-out ada null");
    }

    private Administrator add(String name) {
        Account account = new Account(
                UUID.randomUUID(), new Username(name), passwords.hash(PASSWORD), Role.ADMINISTRATOR, true, NOW);
        accounts.save(account);
        return account.toAdministrator();
    }

    private AccountCodes codesIn(Duration time) {
        return new AccountCodes(codes, Clock.offset(Clock.systemUTC(), time));
    }

    private AuditLog auditAt(Instant now) {
        return new AuditLog(auditEntries, Clock.fixed(now, ZoneOffset.UTC));
    }

    private @Nullable String hashOf(String name) {
        return accounts.findByUsername(name).orElseThrow().passwordHash();
    }

    private List<String> audited() {
        return database.sql("select event, actor, detail from audit_event order by id")
                .query((row, number) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .list();
    }

    private static void refused(FormProblem problem, ThrowingCallable change) {
        assertThatExceptionOfType(FormRefusedException.class)
                .isThrownBy(change)
                .extracting(FormRefusedException::problem)
                .isEqualTo(problem);
    }

    private static Optional<FormProblem> outcome(Runnable change) {
        try {
            change.run();
            return Optional.empty();
        } catch (FormRefusedException e) {
            return Optional.of(e.problem());
        }
    }
}
