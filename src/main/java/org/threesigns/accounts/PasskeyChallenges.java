package org.threesigns.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;

/**
 * What a passkey has to sign: random, made for one session and one purpose, good for some minutes and for one answer.
 * It is kept in the session as types of the JDK alone; the newest takes the place of the one before.
 */
@Component
class PasskeyChallenges {

    static final Duration LASTS = Duration.ofMinutes(10);

    private static final String KEPT = PasskeyChallenges.class.getName();

    private final JdbcClient database;
    private final Clock clock;

    PasskeyChallenges(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Challenge createForAuthentication(HttpServletRequest request) {
        return make(request, null);
    }

    /** @param name what the passkey that is to be added will be called */
    Challenge createForRegistration(HttpServletRequest request, String name) {
        return make(request, name);
    }

    private Challenge make(HttpServletRequest request, @Nullable String name) {
        Challenge made = new Challenge(
                Bytes.random().toBase64UrlString(), name, clock.instant().plus(LASTS));
        request.getSession().setAttribute(KEPT, made);
        return made;
    }

    /** The session's challenge for adding a passkey, which stays as it is. */
    Optional<Challenge> findForRegistration(HttpServletRequest request) {
        return kept(request.getSession(false)).filter(Challenge::isForRegistration);
    }

    Optional<Challenge> consumeForAuthentication(HttpServletRequest request) {
        return use(request.getSession(false)).filter(challenge -> !challenge.isForRegistration());
    }

    Optional<Challenge> consumeForRegistration(HttpServletRequest request) {
        return use(request.getSession(false)).filter(Challenge::isForRegistration);
    }

    /**
     * Takes the challenge out of the session. Of several answers at once, on whichever copies of the application, one
     * gets it: the one that deletes its row.
     */
    private Optional<Challenge> use(@Nullable HttpSession session) {
        Optional<Challenge> kept = kept(session);
        if (session == null || kept.isEmpty()) {
            return Optional.empty();
        }
        session.removeAttribute(KEPT);
        boolean first = database.sql("""
                        delete from admin_session_attributes where attribute_name = ? and session_primary_id =
                            (select primary_id from admin_session where session_id = ?)""").params(KEPT, session.getId()).update() == 1;
        return first ? kept : Optional.empty();
    }

    private Optional<Challenge> kept(@Nullable HttpSession session) {
        return session != null
                        && session.getAttribute(KEPT) instanceof Challenge challenge
                        && clock.instant().isBefore(challenge.endsAt())
                ? Optional.of(challenge)
                : Optional.empty();
    }

    /**
     * @param value 32 random bytes in base64url
     * @param name of the passkey that is to be added; null where somebody signs in
     */
    record Challenge(String value, @Nullable String name, Instant endsAt) implements Serializable {

        boolean isForRegistration() {
            return name != null;
        }

        Bytes bytes() {
            return Bytes.fromBase64(value);
        }
    }
}
