package org.threesigns.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.threesigns.Concurrently;

/** Passkeys as the database keeps them, on both engines, with several at once where that matters. */
@SecurityStoreTest
abstract class PasskeyStoreTests {

    private static final Instant NOW = Instant.parse("2026-11-23T17:00:00Z");
    private static final String PASSWORD = "seven lamps under a bridge";
    private static final String ORIGIN = "http://localhost:8080";

    @Autowired
    private JdbcClient database;

    @Autowired
    private AccountRepository accounts;

    @Autowired
    private PasskeyRepository passkeys;

    @Autowired
    private PasskeyChallenges challenges;

    @Autowired
    private PasskeyService own;

    @Autowired
    private PasskeyAuthenticationService passkeySignIn;

    @Autowired
    private AccountService administration;

    @Autowired
    private PasswordHasher passwords;

    private final TestAuthenticator key = new TestAuthenticator();
    private Administrator ada;
    private Administrator bob;

    @BeforeEach
    void haveTwoAdministrators() {
        Stream.of("admin_account", "audit_event", "sign_in_delay", "admin_session")
                .forEach(table -> database.sql("delete from " + table).update());
        ada = add("ada");
        bob = add("bob");
    }

    @Test
    void aPasskeyIsKeptWithItsNameAndDays() {
        addPasskey(ada, "blue key", key);

        assertThat(own.of(ada)).singleElement().satisfies(passkey -> {
            assertThat(passkey.name()).isEqualTo("blue key");
            assertThat(passkey.addedOn()).isEqualTo(today());
            assertThat(passkey.lastUsedOn()).isNull();
        });
        assertThat(own.of(bob)).isEmpty();
        assertThat(account(ada).hasPasskey()).isTrue();
        assertThat(account(bob).hasPasskey()).isFalse();
        assertThat(audited()).containsExactly("passkey-added ada blue key");
    }

    @Test
    void whoShowsAPasskeyOfTheirsHasTheRoleAndTheDayIsKept() {
        addPasskey(ada, "blue key", key);

        Authentication signedIn = show(ada, key);

        assertThat(AdministratorAuthentication.isPasskeyPending(signedIn)).isFalse();
        assertThat(signedIn.getAuthorities())
                .extracting(authority -> authority.getAuthority())
                .containsExactlyInAnyOrder("FACTOR_PASSWORD", "FACTOR_WEBAUTHN", "ROLE_ADMINISTRATOR");
        assertThat(own.of(ada))
                .singleElement()
                .satisfies(passkey -> assertThat(passkey.lastUsedOn()).isEqualTo(today()));
    }

    @Test
    void aPasskeyThatCountsNothingMayStayAtNothing() {
        addPasskey(ada, "phone", key.withCounter(0));

        show(ada, key);

        assertThat(show(ada, key).isAuthenticated()).isTrue();
    }

    @Test
    void aCounterThatGoesBackIsRefusedAndTheLastOneStays() {
        addPasskey(ada, "blue key", key);
        show(ada, key.withCounter(9));

        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> show(ada, key.withCounter(9)));
        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> show(ada, key.withCounter(0)));

        assertThat(database.sql("select signature_count from admin_passkey")
                        .query(Integer.class)
                        .single())
                .isEqualTo(9);
        assertThat(show(ada, key.withCounter(10)).isAuthenticated()).isTrue();
    }

    @Test
    void somebodyElsesPasskeyIsNoProof() {
        TestAuthenticator ofBob = new TestAuthenticator();
        addPasskey(ada, "blue key", key);
        addPasskey(bob, "blue key", ofBob);

        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> show(ada, ofBob));
        assertThat(audited()).last().isEqualTo("passkey-failed ada null");
    }

    @Test
    void aPasskeyBelongsToOneAccount() {
        addPasskey(ada, "blue key", key);

        refused(FormProblem.PASSKEY_ALREADY_ADDED, () -> addPasskey(bob, "blue key", key));
        refused(FormProblem.PASSKEY_ALREADY_ADDED, () -> addPasskey(ada, "again", key));
        assertThat(account(bob).hasPasskey()).isFalse();
    }

    @Test
    void namesAreToldApartAndThereAreNotTooMany() {
        for (int i = 1; i <= PasskeyRepository.MOST; i++) {
            addPasskey(ada, "key " + i, new TestAuthenticator());
        }

        refused(FormProblem.TOO_MANY_PASSKEYS, () -> addPasskey(ada, "one more", new TestAuthenticator()));
        assertThat(own.isFull(ada)).isTrue();
        own.remove(ada, own.of(ada).get(0).id(), PASSWORD);
        refused(FormProblem.PASSKEY_NAME_TAKEN, () -> addPasskey(ada, " key 2 ", new TestAuthenticator()));
        assertThat(own.of(ada)).hasSize(PasskeyRepository.MOST - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\nb", "\u0000", "x\u202ey"})
    void aNameThatCannotBeIsRefused(String name) {
        refused(FormProblem.PASSKEY_NAME, () -> addPasskey(ada, name, key));
        refused(FormProblem.PASSKEY_NAME, () -> addPasskey(ada, "x".repeat(PasskeyService.LONGEST_NAME + 1), key));
    }

    @Test
    void theLongestNameIsKeptWhole() {
        String name = "é".repeat(PasskeyService.LONGEST_NAME);

        addPasskey(ada, name, key);

        assertThat(own.of(ada)).extracting(Passkey::name).containsExactly(name);
    }

    @Test
    void addingAndRemovingAskForThePassword() {
        refused(FormProblem.WRONG_PASSWORD, () -> own.begin(ada, "phone", "wrong", session()));
        addPasskey(ada, "blue key", key);
        UUID id = own.of(ada).get(0).id();

        refused(FormProblem.WRONG_PASSWORD, () -> own.remove(ada, id, "wrong"));
        refused(FormProblem.PASSKEY_GONE, () -> own.remove(bob, id, PASSWORD));
        assertThat(own.of(ada)).hasSize(1);

        assertThat(own.remove(ada, id, PASSWORD)).isTrue();
        assertThat(account(ada).hasPasskey()).isFalse();
        assertThat(audited())
                .containsExactly(
                        "sign-in-failed ada null",
                        "passkey-added ada blue key",
                        "passkey-removed ada blue key, the last one");
    }

    @Test
    void guessingThePasswordHereIsSlowedDown() {
        for (int i = 0; i < SignInThrottle.FREE_TRIES; i++) {
            refused(FormProblem.WRONG_PASSWORD, () -> own.begin(ada, "phone", "wrong", session()));
        }
        database.sql("update sign_in_delay set open_from = ? where failures = ?")
                .params(
                        OffsetDateTime.now(ZoneOffset.UTC).plusSeconds(20),
                        SignInThrottle.FREE_TRIES) // a busy machine may outlast a second
                .update();

        refused(FormProblem.TRY_LATER, () -> own.begin(ada, "phone", PASSWORD, session()));
    }

    @Test
    void aPasskeyThatWasRemovedIsNoProofAndDoesNotComeBack() {
        addPasskey(ada, "blue key", key);
        addPasskey(ada, "spare", new TestAuthenticator());
        MockHttpServletRequest request = session();
        String options = passkeySignIn.requestOptions(halfway(ada), request).orElseThrow();
        keep(request);

        own.remove(ada, own.of(ada).get(0).id(), PASSWORD);

        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> passkeySignIn.authenticate(halfway(ada), key.show(options, ORIGIN), request));
        assertThat(own.of(ada)).extracting(Passkey::name).containsExactly("spare");
    }

    @RepeatedTest(5)
    void ofEightWhoAnswerTheSameQuestionAtOnceOnEightCopiesOneIsHeard() throws Exception {
        MockHttpServletRequest request = session();
        challenges.createForAuthentication(request);
        keep(request);

        List<Boolean> heard = Concurrently.atOnce(
                8, () -> challenges.consumeForAuthentication(copyOf(request)).isPresent());

        assertThat(heard.stream().filter(in -> in)).hasSize(1);
    }

    @RepeatedTest(5)
    void removedAndUsedAtOnceItIsGone() throws Exception {
        addPasskey(ada, "phone", key.withCounter(0));
        MockHttpServletRequest request = session();
        String answer =
                key.show(passkeySignIn.requestOptions(halfway(ada), request).orElseThrow(), ORIGIN);
        keep(request);

        Concurrently.atOnce(List.<Callable<Optional<RuntimeException>>>of(
                () -> outcome(() -> passkeySignIn.authenticate(halfway(ada), answer, request)),
                () -> outcome(() -> administration.removePasskeys(bob, ada.id()))));

        assertThat(own.of(ada)).isEmpty();
    }

    @Test
    void aChallengeIsOverAfterTenMinutesAndIsForOnePurpose() {
        MockHttpServletRequest request = session();
        challenges.createForRegistration(request, "phone");
        keep(request);

        assertThat(challengesIn(Duration.ofMinutes(11)).consumeForRegistration(request))
                .isEmpty();
        assertThat(challengesIn(Duration.ofMinutes(9)).findForRegistration(request))
                .isPresent();
        assertThat(challenges.consumeForAuthentication(request)).isEmpty();
        assertThat(challenges.consumeForRegistration(request)).isEmpty();
    }

    @Test
    void whatABrowserMadeForAnotherSiteOrAnotherChallengeIsNotAdded() {
        MockHttpServletRequest request = session();
        own.begin(ada, "phone", PASSWORD, request);
        keep(request);
        String options = own.creationOptions(ada, request).orElseThrow().options();

        refused(
                FormProblem.PASSKEY_NOT_ACCEPTED,
                () -> own.add(ada, key.make(options, "https://evil.example"), request));
        refused(FormProblem.PASSKEY_TOO_LATE, () -> own.add(ada, key.make(options, ORIGIN), request));
        own.begin(ada, "phone", PASSWORD, request);
        keep(request);
        refused(FormProblem.PASSKEY_NOT_ACCEPTED, () -> own.add(ada, key.make(options, ORIGIN), request));
        assertThat(own.of(ada)).isEmpty();
    }

    @Test
    void theHalfSignedInStateEndsAfterTenMinutesAndWithThePasskeys() {
        addPasskey(ada, "phone", key);
        MockHttpServletRequest request = session();
        sessionsIn(Duration.ZERO)
                .saveContext(new SecurityContextImpl(halfway(ada)), request, new MockHttpServletResponse());

        assertThat(load(request, Duration.ofMinutes(9)).getAuthentication())
                .isNotNull()
                .satisfies(who -> assertThat(AdministratorAuthentication.isPasskeyPending(who))
                        .isTrue());
        MockHttpServletRequest late = copyOf(request);
        assertThat(load(late, Duration.ofMinutes(11)).getAuthentication()).isNull();

        passkeys.deleteAll(ada.id());
        assertThat(load(request, Duration.ofMinutes(9)).getAuthentication()).isNull();
    }

    @Test
    void aSessionFromBeforeTheFirstPasskeyHasToShowItOrIsOver() {
        MockHttpServletRequest request = session();
        sessionsIn(Duration.ZERO)
                .saveContext(new SecurityContextImpl(halfway(ada)), request, new MockHttpServletResponse());
        assertThat(load(request, Duration.ofMinutes(20)).getAuthentication())
                .satisfies(who -> assertThat(AdministratorAuthentication.isPasskeyPending(who))
                        .isFalse());

        addPasskey(ada, "phone", key);

        assertThat(load(request, Duration.ofMinutes(5)).getAuthentication())
                .satisfies(who -> assertThat(AdministratorAuthentication.isPasskeyPending(who))
                        .isTrue());
        assertThat(load(request, Duration.ofMinutes(20)).getAuthentication()).isNull();
    }

    @Test
    void passkeysGoWithTheirAccountAndTakingThemAwayIsWrittenDown() {
        addPasskey(ada, "phone", key);
        addPasskey(bob, "phone", new TestAuthenticator());
        Administrator eve = add("eve");

        administration.removePasskeys(eve, ada.id());
        administration.delete(eve, bob.id());

        assertThat(database.sql("select count(*) from admin_passkey")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(audited()).contains("passkeys-taken-away eve ada, 1", "account-deleted eve bob");
        assertThatExceptionOfType(FormRefusedException.class)
                .isThrownBy(() -> administration.removePasskeys(eve, eve.id()));
    }

    private void addPasskey(Administrator who, String name, TestAuthenticator authenticator) {
        MockHttpServletRequest request = session();
        own.begin(who, name, PASSWORD, request);
        keep(request);
        own.add(
                who,
                authenticator.make(
                        own.creationOptions(who, request).orElseThrow().options(), ORIGIN),
                request);
    }

    private Authentication show(Administrator who, TestAuthenticator authenticator) {
        MockHttpServletRequest request = session();
        String options = passkeySignIn.requestOptions(halfway(who), request).orElseThrow();
        keep(request);
        return passkeySignIn.authenticate(halfway(who), authenticator.show(options, ORIGIN), request);
    }

    private Authentication halfway(Administrator who) {
        return AdministratorAuthentication.of(account(who), false);
    }

    /** A request with a session of its own, which is in the database as Spring Session would have put it there. */
    private MockHttpServletRequest session() {
        String id = UUID.randomUUID().toString();
        database.sql("insert into admin_session values (?, ?, 1, 1, 1, 1, null)")
                .params(id, id)
                .update();
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(new MockHttpSession(null, id));
        return request;
    }

    /** What Spring Session does at the end of a request. */
    private void keep(MockHttpServletRequest request) {
        String id = request.getSession().getId();
        database.sql("insert into admin_session_attributes values (?, ?, ?)")
                .params(id, PasskeyChallenges.class.getName(), new byte[] {1})
                .update();
    }

    /** The same session as another copy of the application has read it. */
    private static MockHttpServletRequest copyOf(MockHttpServletRequest request) {
        MockHttpSession session = new MockHttpSession(null, request.getSession().getId());
        request.getSession()
                .getAttributeNames()
                .asIterator()
                .forEachRemaining(
                        name -> session.setAttribute(name, request.getSession().getAttribute(name)));
        MockHttpServletRequest copy = new MockHttpServletRequest();
        copy.setSession(session);
        return copy;
    }

    private SecurityContext load(MockHttpServletRequest request, Duration later) {
        return sessionsIn(later).loadDeferredContext(request).get();
    }

    private AdministratorSecurityContextRepository sessionsIn(Duration time) {
        return new AdministratorSecurityContextRepository(
                accounts,
                new AccountProperties(
                        null, new AccountProperties.Administrators(null, Duration.ofHours(10), Duration.ofDays(365))),
                Clock.offset(Clock.systemUTC(), time));
    }

    private PasskeyChallenges challengesIn(Duration time) {
        return new PasskeyChallenges(database, Clock.offset(Clock.systemUTC(), time));
    }

    private Administrator add(String name) {
        Account account = new Account(
                UUID.randomUUID(), new Username(name), passwords.hash(PASSWORD), Role.ADMINISTRATOR, true, NOW);
        accounts.save(account);
        return account.toAdministrator();
    }

    private Account account(Administrator who) {
        return accounts.findById(who.id()).orElseThrow();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
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

    private static Optional<RuntimeException> outcome(Runnable change) {
        try {
            change.run();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }
}
