package org.threesigns.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.threesigns.database.PostgreSqlServer;

/** A pool whose connections give up after a second, and a migration that takes longer. */
class MigrationTimeoutCallbackTests {

    private static final String LONGER = "select pg_sleep(1.5)";

    private final HikariDataSource pool = new HikariDataSource();

    @BeforeEach
    void impatient() {
        pool.setJdbcUrl(PostgreSqlServer.freshDatabase());
        pool.setMaximumPoolSize(2); // Flyway takes two
        pool.addDataSourceProperty("socketTimeout", "1");
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void waitForTheirEndAndLeaveTheConnectionsAsTheyWere(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("V1__long.sql"), LONGER);

        var migrated = Flyway.configure()
                .dataSource(pool)
                .locations("filesystem:" + folder)
                .callbacks(new MigrationTimeoutCallback())
                .load()
                .migrate();

        assertThat(migrated.migrationsExecuted).isOne();
        try (var one = pool.getConnection();
                var other = pool.getConnection()) {
            assertThat(one.getNetworkTimeout())
                    .isEqualTo(other.getNetworkTimeout())
                    .isEqualTo(1000);
        }
        assertThatThrownBy(() -> new JdbcTemplate(pool).execute(LONGER)).hasRootCauseMessage("Read timed out");
    }
}
