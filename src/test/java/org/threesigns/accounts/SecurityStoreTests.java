package org.threesigns.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.transaction.CannotCreateTransactionException;
import org.threesigns.Concurrently;
import org.threesigns.startup.StartupException;
import org.threesigns.storage.ApplicationSecret;
import org.threesigns.web.ClientNetwork;

/** What this room keeps in the database, on both engines, with many at once where that matters. */
@SecurityStoreTest
abstract class SecurityStoreTests {

    private static final ClientNetwork HERE = ClientNetwork.of("127.0.0.1");
    private static final Instant NOW = Instant.parse("2026-11-23T17:00:00Z");
    private static final Duration A_MONTH = Duration.ofDays(31);
    private static final String PASSWORD = "seven lamps under a bridge";
    private static final Duration SESSION_ENDS_AFTER = Duration.ofHours(10);
    private static final OneTimeCode CODE = OneTimeCode.typed("AAAAA BBBBB CCCCC DDDDD");

    @Autowired
    private JdbcClient database;

    @Autowired
    private ApplicationSecret secret;

    @Autowired
    private AccountRepository accounts;

    @Autowired
    private FirstSetUp setUp;

    @Autowired
    private PasswordHasher passwords;

    @Autowired
    private PasswordAuthenticationProvider signIn;

    @Autowired
    private DeviceCookies devices;

    @Autowired
    private AuditLog audit;

    @BeforeEach
    void startWithNoAdministrator() {
        Stream.of("admin_account", "audit_event", "set_up_code", "sign_in_delay")
                .forEach(table -> database.sql("delete from " + table).update());
    }

    @Test
    void theSecretIsTheSameAfterARestart() {
        assertThat(ApplicationSecret.of(database, "").hmac("purpose", new byte[] {1}))
                .hasSize(32)
                .isEqualTo(secret.hmac("purpose", new byte[] {1}));
    }

    @Test
    void copiesThatStartTogetherAgreeOnTheSecret() throws Exception {
        database.sql("delete from application_secret").update();

        List<byte[]> codes =
                Concurrently.atOnce(10, () -> ApplicationSecret.of(database, "").hmac("purpose", new byte[] {1}));

        assertThat(codes).allSatisfy(code -> assertThat(code).isEqualTo(codes.get(0)));
    }

    @Test
    void aCodeForOnePurposeSaysNothingAboutAnother() {
        assertThat(secret.hmac("one", new byte[] {1})).isNotEqualTo(secret.hmac("other", new byte[] {1}));
    }

    @Test
    void aGivenSecretTakesTheKeptOnesPlace() {
        String given = "0123456789abcdef0123456789abcdef";

        assertThat(ApplicationSecret.of(database, given).hmac("purpose", new byte[] {1}))
                .isEqualTo(ApplicationSecret.of(database, given + "\n").hmac("purpose", new byte[] {1}))
                .isNotEqualTo(secret.hmac("purpose", new byte[] {1}));
    }

    @Test
    void aShortGivenSecretStopsTheStartWithTheMend() {
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> ApplicationSecret.of(database, "too short"))
                .withMessageContaining("three-signs.secret has 9 characters")
                .withMessageNotContaining("too short")
                .satisfies(failure -> assertThat(failure.remedy()).contains("openssl rand"));
    }

    @Test
    void aFewTriesAreFreeAndThenEachWaitsLonger() {
        List<Long> waits = new ArrayList<>();
        Instant now = NOW;
        for (int i = 0; i < 11; i++) {
            assertThat(tryAt(now, "ada")).isEmpty();
            Duration wait = SignInThrottle.waitAfter(i + 1);
            waits.add(wait.toSeconds());
            now = now.plus(wait);
        }

        assertThat(waits).containsExactly(0L, 0L, 0L, 1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
        assertThat(tryAt(now.minusMillis(1), "ada")).contains(Duration.ofMillis(1));
    }

    @Test
    void triesWhileWaitingDoNotProlongTheWait() {
        for (int i = 0; i < SignInThrottle.FREE_TRIES; i++) {
            assertThat(tryAt(NOW, "ada")).isEmpty();
        }
        for (int i = 0; i < 50; i++) {
            assertThat(tryAt(NOW, "ada")).contains(Duration.ofSeconds(1));
        }

        assertThat(tryAt(NOW.plusSeconds(1), "ada")).isEmpty();
    }

    @Test
    void aRightTryMakesTheNextFailureTheFirst() {
        for (int i = 0; i < SignInThrottle.FREE_TRIES; i++) {
            tryAt(NOW, "ada");
        }

        delayAt(NOW).reset(strangers("ada"));

        assertThat(tryAt(NOW, "ada")).isEmpty();
    }

    @Test
    void failuresAreForgottenAfterAQuietHour() {
        for (int i = 0; i < SignInThrottle.FREE_TRIES; i++) {
            tryAt(NOW, "ada");
        }
        Instant later = NOW.plus(SignInThrottle.FORGOTTEN_AFTER).plusSeconds(2);

        tryAt(later, "ada");

        assertThat(tryAt(later, "ada")).isEmpty();
    }

    @Test
    void triesWhileTheClockWasAMonthAheadKeepNobodyOutUntilThen() {
        for (int i = 0; i <= SignInThrottle.FREE_TRIES; i++) {
            tryAt(NOW.plus(A_MONTH), "ada");
        }

        assertThat(tryAt(NOW, "ada")).isEmpty();
        assertThat(tryAt(NOW, "ada"))
                .hasValueSatisfying(wait -> assertThat(wait).isPositive().isLessThanOrEqualTo(SignInThrottle.LONGEST));
    }

    @Test
    void oneNameDoesNotSlowAnotherDown() {
        for (int i = 0; i < 10; i++) {
            tryAt(NOW, "ada");
        }

        assertThat(tryAt(NOW, "grace")).isEmpty();
    }

    @Test
    void triesSideBySideCannotAllSlipThrough() throws Exception {
        List<Boolean> taken = Concurrently.atOnce(40, () -> tryAt(NOW, "ada").isEmpty());

        assertThat(taken.stream().filter(free -> free)).hasSizeLessThanOrEqualTo(SignInThrottle.FREE_TRIES);
    }

    @Test
    void oneAddressIsSlowedDownWhateverNamesItTries() {
        ClientNetwork network = ClientNetwork.of("2001:db8:1:2::3");
        for (int i = 0; i < SignInThrottle.FREE_TRIES; i++) {
            delayAt(NOW).tryAcquire(SignInAllowance.ofStrangers("name " + i, network));
        }

        assertThat(delayAt(NOW).tryAcquire(SignInAllowance.ofStrangers("ada", ClientNetwork.of("2001:db8:1:2::4"))))
                .contains(Duration.ofSeconds(1));
        assertThat(delayAt(NOW).tryAcquire(SignInAllowance.ofStrangers("ada", ClientNetwork.of("2001:db8:1:3::3"))))
                .isEmpty();
    }

    @Test
    void guessesAtOthersCountForAnAddressThoughOneOfItsSignInsIsRight() {
        someone("ada", passwords.hash(PASSWORD));
        SignInSource somewhere = new SignInSource("", ClientNetwork.of("203.0.113.7"));
        PasswordVerifier verifier = new PasswordVerifier(passwords, delayAt(NOW), devices, audit);
        for (int i = 0; i < SignInThrottle.FREE_TRIES; i++) {
            assertThat(verifier.verify("name " + i, null, "a guess", somewhere)).isFalse();
            if (i < SignInThrottle.FREE_TRIES - 2) {
                assertThat(verifier.verify("ada", accounts.findByUsername("ada").orElseThrow(), PASSWORD, somewhere))
                        .isTrue();
            }
        }

        assertThatExceptionOfType(SignInThrottledException.class)
                .isThrownBy(() -> verifier.verify("grace", null, "a guess", somewhere));
    }

    @Test
    void rightSignInsKeepNobodyAtTheirAddressWaiting() {
        Account ada = someone("ada", passwords.hash(PASSWORD));
        SignInSource office = new SignInSource("", ClientNetwork.of("203.0.113.8"));
        PasswordVerifier verifier = new PasswordVerifier(passwords, delayAt(NOW), devices, audit);

        for (int i = 0; i < 3 * SignInThrottle.FREE_TRIES; i++) {
            assertThat(verifier.verify("ada", ada, PASSWORD, office)).isTrue();
        }
    }

    @Test
    void aDatabaseThatGoesAwayBeforeAFailureIsCountedIsSaidOnTheSignInPage() {
        someone("ada", passwords.hash(PASSWORD));
        AuditLog away = mock(AuditLog.class);
        willThrow(new CannotCreateTransactionException("away")).given(away).count(any(), any());
        PasswordVerifier verifier = new PasswordVerifier(passwords, delayAt(NOW), devices, away);
        var given = UsernamePasswordAuthenticationToken.unauthenticated("ada", "a guess");
        given.setDetails(SignInSource.of(new MockHttpServletRequest()));

        assertThatExceptionOfType(AuthenticationServiceException.class)
                .isThrownBy(
                        () -> new PasswordAuthenticationProvider(accounts, verifier, passwords).authenticate(given));
    }

    @Test
    void strangersCannotUseUpTheTriesOfAKnownDeviceWhateverNamesTheyTry() {
        for (int i = 0; i < 3_000; i++) {
            for (int times = 0; times < 2; times++) {
                tryAt(NOW, "name " + i);
            }
        }

        assertThat(tryAt(NOW, "grace")).isPresent();
        assertThat(delayAt(NOW).tryAcquire(List.of(SignInAllowance.ofDevice("a device"))))
                .isEmpty();
    }

    @Test
    void whateverNamesAreTriedTheTableStaysSmallAndKeepsNoName() {
        for (int i = 0; i < 3_000; i++) {
            tryAt(NOW, "name " + i);
        }

        assertThat(database.sql("select count(*) from sign_in_delay")
                        .query(Integer.class)
                        .single())
                .isLessThanOrEqualTo(1_024);
    }

    @Test
    void theFirstAccountIsAnAdministratorsAndItsPasswordIsNotKept() {
        codesAt(NOW).issue(CODE);

        assertThat(setUp.makeFirstAccount("aaaaa-bbbbb-ccccc-ddddd", " Ada ", PASSWORD, PASSWORD))
                .isEmpty();

        Account ada = accounts.findByUsername("ada").orElseThrow();
        assertThat(ada.role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(ada.enabled()).isTrue();
        assertThat(ada.passwordHash()).startsWith("$argon2id$").doesNotContain(PASSWORD);
        assertThat(accounts.findById(ada.id())).get().usingRecursiveComparison().isEqualTo(ada);
        assertThat(auditEvents()).containsExactly("set-up ada");
    }

    @Test
    void ofTwentyAtOnceOneMakesTheFirstAccount() throws Exception {
        codesAt(NOW).issue(CODE);

        List<Set<FormProblem>> outcomes = Concurrently.atOnce(
                20,
                () -> setUp.makeFirstAccount(
                        CODE.value(), "ada" + Thread.currentThread().getId(), PASSWORD, PASSWORD));

        assertThat(outcomes.stream().filter(Set::isEmpty)).hasSize(1);
        assertThat(database.sql("select count(*) from admin_account")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(auditEvents()).hasSize(1);
    }

    @Test
    void theCodeWorksOnce() {
        codesAt(NOW).issue(CODE);
        setUp.makeFirstAccount(CODE.value(), "ada", PASSWORD, PASSWORD);

        assertThat(setUp.isOpen()).isFalse();
        assertThat(setUp.makeFirstAccount(CODE.value(), "grace", PASSWORD, PASSWORD))
                .containsExactly(FormProblem.ALREADY_SET_UP);
        assertThat(codesAt(NOW).isRight(CODE)).isFalse();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndNothingIsMade() {
        codesAt(NOW).issue(CODE);

        assertThat(setUp.makeFirstAccount("wrong", "not a name", "short", "short"))
                .containsExactly(FormProblem.WRONG_CODE, FormProblem.USERNAME, FormProblem.PASSWORD_TOO_SHORT);
        assertThat(setUp.isOpen()).isTrue();
    }

    @Test
    void wrongCodesKeepNobodyWithTheRightOneWaiting() {
        codesAt(NOW).issue(CODE);
        for (int i = 0; i < 5 * SignInThrottle.FREE_TRIES; i++) {
            setUp.makeFirstAccount("wrong", "ada", PASSWORD, PASSWORD);
        }

        assertThat(setUp.makeFirstAccount(CODE.value(), "ada", PASSWORD, PASSWORD))
                .isEmpty();
    }

    @Test
    void withoutACodeThereIsNoWayIn() {
        assertThat(setUp.makeFirstAccount("", "ada", PASSWORD, PASSWORD)).contains(FormProblem.WRONG_CODE);
    }

    @Test
    void ofCopiesThatStartTogetherOneIssuesTheCode() throws Exception {
        List<OneTimeCode> issued = Concurrently.atOnce(10, () -> {
                    OneTimeCode code = OneTimeCode.made(new SecureRandom());
                    return codesAt(NOW).issue(code) ? List.of(code) : List.<OneTimeCode>of();
                })
                .stream()
                .flatMap(List::stream)
                .toList();

        assertThat(issued).hasSize(1);
        assertThat(codesAt(NOW).isRight(issued.get(0))).isTrue();
    }

    @Test
    void aLaterStartIssuesANewCodeAndEndsTheOldOne() {
        OneTimeCode other = OneTimeCode.typed("EEEEE FFFFF GGGGG HHHHH");
        codesAt(NOW).issue(CODE);

        assertThat(codesAt(NOW.plus(SetUpCodes.STARTING_TOGETHER)).issue(other)).isFalse();
        assertThat(codesAt(NOW.plus(SetUpCodes.STARTING_TOGETHER).plusSeconds(1))
                        .issue(other))
                .isTrue();
        assertThat(codesAt(NOW).isRight(CODE)).isFalse();
        assertThat(codesAt(NOW).isRight(other)).isTrue();
    }

    @Test
    void aConfiguredCodeTakesThePlaceOfAnyOther() {
        OneTimeCode given = OneTimeCode.typed("a code that the host gave");
        codesAt(NOW).issue(CODE);

        codesAt(NOW).set(given);

        assertThat(codesAt(NOW).isRight(given)).isTrue();
    }

    @Test
    @Timeout(30)
    void aCodeOfAClockThatWasAMonthAheadGivesWay() {
        OneTimeCode printed = OneTimeCode.typed("EEEEE FFFFF GGGGG HHHHH");
        OneTimeCode given = OneTimeCode.typed("a code that the host gave");
        codesAt(NOW.plus(A_MONTH)).issue(CODE);

        assertThat(codesAt(NOW).issue(printed)).isTrue();
        assertThat(codesAt(NOW).isRight(printed)).isTrue();

        codesAt(NOW.plus(A_MONTH)).set(CODE);
        codesAt(NOW).set(given);
        assertThat(codesAt(NOW).isRight(given)).isTrue();
    }

    @Test
    void theCodeItselfIsNotKept() {
        codesAt(NOW).issue(CODE);

        assertThat(database.sql("select code_hash from set_up_code")
                        .query((row, number) -> row.getBytes(1))
                        .single())
                .hasSize(32)
                .isNotEqualTo(CODE.value().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aSessionEndsAfterItsTimeHoweverBusy() {
        Account ada = someone("ada", passwords.hash(PASSWORD));
        MockHttpServletRequest request = new MockHttpServletRequest();
        sessionsAt(NOW).saveContext(new SecurityContextImpl(signedIn(ada)), request, new MockHttpServletResponse());

        assertThat(signedInAt(NOW.plus(SESSION_ENDS_AFTER), request)).isTrue();
        assertThat(signedInAt(NOW.plus(SESSION_ENDS_AFTER).plusMillis(1), request))
                .isFalse();
        assertThat(request.getSession(false)).isNull();
    }

    @Test
    void aSessionOfAClockThatWasAMonthAheadIsOver() {
        Account ada = someone("ada", passwords.hash(PASSWORD));
        MockHttpServletRequest request = new MockHttpServletRequest();
        sessionsAt(NOW.plus(A_MONTH))
                .saveContext(new SecurityContextImpl(signedIn(ada)), request, new MockHttpServletResponse());

        Instant ahead = NOW.plus(A_MONTH);
        assertThat(signedInAt(ahead.minus(SignInThrottle.CLOCK_SKEW), request)).isTrue();
        assertThat(signedInAt(ahead.minus(Duration.ofHours(1)), request)).isFalse();
        assertThat(signedInAt(NOW, request)).isFalse();
    }

    @Test
    void aPasswordThatWasCheckedBeforeItChangedOpensNoSession() {
        Account ada = someone("ada", passwords.hash(PASSWORD));
        Authentication checked = signInAs("ada");
        changePasswordOf(ada);
        MockHttpServletRequest request = new MockHttpServletRequest();

        sessionsAt(NOW).saveContext(new SecurityContextImpl(checked), request, new MockHttpServletResponse());

        assertThat(signedInAt(NOW, request)).isFalse();
    }

    @Test
    void aPasskeyThatIsShownAfterThePasswordChangedOpensNoSession() {
        Account ada = someone("ada", passwords.hash(PASSWORD));
        MockHttpServletRequest request = new MockHttpServletRequest();
        sessionsAt(NOW).saveContext(new SecurityContextImpl(signedIn(ada)), request, new MockHttpServletResponse());
        changePasswordOf(ada);

        boolean signedIn = sessionsAt(NOW).passkeyShown(ada.toAdministrator(), request, new MockHttpServletResponse());

        assertThat(signedIn).isFalse();
        assertThat(signedInAt(NOW, request)).isFalse();
    }

    @Test
    void aHashThatHasBecomeCheapIsMadeAnewAtSignInAndTheSessionsStay() {
        String cheap = new Argon2PasswordEncoder(16, 32, 1, 32, 1).encode(PASSWORD);
        Account before = someone("ada", cheap);

        signInAs("ada");

        Account after = accounts.findById(before.id()).orElseThrow();
        assertThat(passwords.isOutdated(after.passwordHash())).isFalse();
        assertThat(after.passwordChangedAt()).isEqualTo(before.passwordChangedAt());
        assertThat(passwords.matches(PASSWORD, after.passwordHash())).isTrue();
    }

    @Test
    void aHashOfTodaysCostStaysAsItIs() {
        Account before = someone("ada", passwords.hash(PASSWORD));

        signInAs("ada");

        assertThat(accounts.findById(before.id()))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(before);
    }

    private AdministratorSecurityContextRepository sessionsAt(Instant now) {
        return new AdministratorSecurityContextRepository(
                accounts,
                new AccountProperties(
                        null, new AccountProperties.Administrators(null, SESSION_ENDS_AFTER, Duration.ofDays(365))),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private boolean signedInAt(Instant now, MockHttpServletRequest request) {
        return sessionsAt(now).loadDeferredContext(request).get().getAuthentication() != null;
    }

    private static Authentication signedIn(Account account) {
        return AdministratorAuthentication.of(account, false);
    }

    private Account someone(String name, String hash) {
        Account account = new Account(UUID.randomUUID(), new Username(name), hash, Role.ADMINISTRATOR, true, NOW);
        accounts.save(account);
        return account;
    }

    private void changePasswordOf(Account account) {
        String before = Objects.requireNonNull(account.passwordHash());
        accounts.replacePassword(account.id(), before, passwords.hash("eight lamps"), NOW.plusSeconds(1));
    }

    private Authentication signInAs(String name) {
        var given = UsernamePasswordAuthenticationToken.unauthenticated(name, PASSWORD);
        given.setDetails(SignInSource.of(new MockHttpServletRequest()));
        return signIn.authenticate(given);
    }

    private Optional<Duration> tryAt(Instant now, String name) {
        return delayAt(now).tryAcquire(strangers(name));
    }

    private static List<SignInAllowance> strangers(String name) {
        return SignInAllowance.ofStrangers(name, HERE);
    }

    private SignInThrottle delayAt(Instant now) {
        // A fixed secret, so that which names share a bucket is not left to chance.
        ApplicationSecret fixed = new ApplicationSecret("tests".getBytes(StandardCharsets.UTF_8));
        return new SignInThrottle(database, fixed, Clock.fixed(now, ZoneOffset.UTC));
    }

    private SetUpCodes codesAt(Instant now) {
        return new SetUpCodes(database, secret, Clock.fixed(now, ZoneOffset.UTC));
    }

    private List<String> auditEvents() {
        return database.sql("select event, actor from audit_event order by id")
                .query((row, number) -> row.getString("event") + " " + row.getString("actor"))
                .list();
    }
}
