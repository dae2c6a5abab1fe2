package org.threesigns.accounts;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.CannotCreateTransactionException;

/** While the database is away, a task ends with one line in the log and not with a stack trace. */
class CleanupWithoutDatabaseTest {

    static RuntimeException[] failures() {
        return new RuntimeException[] {
            new CannotCreateTransactionException("away"), new DataAccessResourceFailureException("away")
        };
    }

    @ParameterizedTest
    @MethodSource("failures")
    void endedSessionsWaitForTheNextRound(RuntimeException away) {
        var sessions = mock(JdbcIndexedSessionRepository.class);
        willThrow(away).given(sessions).cleanUpExpiredSessions();

        assertThatCode(new SessionCleanup(sessions)::deleteEnded).doesNotThrowAnyException();
    }
}
