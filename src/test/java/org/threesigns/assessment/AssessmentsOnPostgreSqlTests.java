package org.threesigns.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.threesigns.database.OnPostgreSql;
import org.threesigns.database.PostgreSqlServer;

@OnPostgreSql
class AssessmentsOnPostgreSqlTests extends AssessmentsTests {

    @Autowired
    private Assessments assessments;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void leavesTheDiskToTheServerAndInsistsThatItWaitsForIt() {
        assertThat(jdbc.sql("show synchronous_commit").query(String.class).single())
                .isEqualTo("on");
    }

    @Test
    void takesNewConnectionsFromTimeToTime(@Autowired HikariDataSource pool) {
        assertThat(pool.getMaxLifetime()).isPositive();
    }

    @Test
    void saysThatTheDatabaseIsAwayAndRecoversByItself() {
        String database =
                jdbc.sql("select current_database()").query(String.class).single();
        var token = someToken();

        PostgreSqlServer.refuse(database);
        try {
            assertSaidToBeAway(() -> assessments.save(token, answered("012")));
            assertSaidToBeAway(() -> assessments.find(token));
        } finally {
            PostgreSqlServer.accept(database);
        }

        // Connections that were in the pool all the while may still be found dead, one request each.
        Awaitility.await().atMost(Duration.ofMinutes(1)).ignoreExceptions().untilAsserted(() -> {
            assessments.save(token, answered("012"));
            assertThat(assessments.find(token)).isPresent();
        });
    }

    private static void assertSaidToBeAway(ThrowingCallable call) {
        assertThat(catchThrowable(call)).isInstanceOfAny(DataAccessException.class, TransactionException.class);
    }
}
