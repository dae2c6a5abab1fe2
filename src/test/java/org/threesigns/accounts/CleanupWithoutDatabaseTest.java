package org.threesigns.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.CannotCreateTransactionException;

/** While the database is away, a task ends with one line in the log and not with a stack trace. */
@ExtendWith(OutputCaptureExtension.class)
class CleanupWithoutDatabaseTest {

    static RuntimeException[] failures() {
        return new RuntimeException[] {
            new CannotCreateTransactionException("away"), new DataAccessResourceFailureException("away")
        };
    }

    @ParameterizedTest
    @MethodSource("failures")
    void endedSessionsWaitForTheNextRound(RuntimeException away, CapturedOutput output) {
        var sessions = mock(JdbcIndexedSessionRepository.class);
        willThrow(away).given(sessions).cleanUpExpiredSessions();

        new SessionCleanup(sessions).deleteEnded();

        assertThat(output.getAll())
                .contains("Ended sessions could not be deleted now")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void oldAuditEntriesWaitForTomorrow(RuntimeException away, CapturedOutput output) {
        var audit = mock(AuditLog.class);
        willThrow(away).given(audit).deleteOlderThan(any());

        new AuditRetention(audit, mock(AccountProperties.class, RETURNS_DEEP_STUBS)).deleteWhatIsOld();

        assertThat(output.getAll())
                .contains("Old audit entries could not be deleted now")
                .doesNotContain("\tat ");
    }
}
