package org.threesigns.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.threesigns.database.OnH2;

@OnH2
class AssessmentsOnH2Tests extends AssessmentsTests {

    @Autowired
    private Assessments assessments;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path elsewhere;

    @Test
    void writesCommitsTogetherAndIsToldWhenToSyncAndClose(@Value("${spring.datasource.url}") String url) {
        assertThat(url).contains(";WRITE_DELAY=500", ";DB_CLOSE_ON_EXIT=FALSE", ";TRACE_LEVEL_FILE=0");
        assertThat(jdbc.sql("select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")
                        .query(String.class)
                        .list())
                .containsOnly("500");
        assertThat(jdbc.sql("call lock_timeout()").query(Integer.class).single())
                .as("milliseconds to wait for a row")
                .isEqualTo(5000);
    }

    /** H2 would fail each insert from then on: the one that made the tables has to live. */
    @Test
    void keepsItsConnectionsForAsLongAsItRuns(@Autowired HikariDataSource pool) {
        assertThat(pool.getMaxLifetime()).isZero();
        assertThat(pool.getMinimumIdle()).isEqualTo(pool.getMaximumPoolSize());
    }

    @RepeatedTest(10)
    void hasAResultInItsFileBeforeAnybodyIsTold(@Value("${three-signs.data}") Path data) throws Exception {
        var token = someToken();

        assessments.save(token, answered("012"));

        assertThat(foundInACopyOf(data, "assessment where id = ?", token.key())).isTrue();
    }

    @RepeatedTest(10)
    void hasEveryOtherTransactionInItsFileBeforeItIsOver(
            @Value("${three-signs.data}") Path data, @Autowired PlatformTransactionManager transactions)
            throws Exception {
        UUID key = someToken().key();

        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> jdbc.sql(
                                "insert into tombstone (assessment_id, ends_on) values (?, date '2999-01-01')")
                        .param(key)
                        .update());

        assertThat(foundInACopyOf(data, "tombstone where assessment_id = ?", key))
                .isTrue();
    }

    /** Looks where somebody would who starts again with the file as a power cut leaves it. */
    private boolean foundInACopyOf(Path data, String rows, UUID key) throws Exception {
        Files.copy(data.resolve("three-signs.mv.db"), elsewhere.resolve("three-signs.mv.db"));
        var copy = new DriverManagerDataSource("jdbc:h2:file:" + elsewhere.resolve("three-signs"), "sa", "");
        return JdbcClient.create(copy)
                        .sql("select count(*) from " + rows)
                        .param(key)
                        .query(Integer.class)
                        .single()
                == 1;
    }
}
