package org.threesigns.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A start leaves a whole database, or what was there before, whenever it ends. */
class FileMigrationTests {

    @TempDir
    private Path folder;

    @Test
    void hasAllTablesOnceItHasItsName() {
        create();

        assertThat(folder).isDirectoryContaining(path -> path.endsWith("three-signs.mv.db"));
        assertThat(unfinished()).doesNotExist();
        assertThat(new JdbcTemplate(database("three-signs"))
                        .queryForObject("select count(*) from assessment", Long.class))
                .isZero();
    }

    @Test
    void isNotThereAfterAStartThatFailedHalfWay() {
        var half = flyway().callbacks(new Failure("6")).load();

        assertThatThrownBy(() -> migrate(half)).isInstanceOf(FlywayException.class);

        assertThat(file()).doesNotExist();
        create();
        assertThat(file()).exists();
    }

    @Test
    void takesThePlaceOfOneThatWasKilled() throws Exception {
        Files.writeString(unfinished(), "H:2,block:7,for");

        create();

        assertThat(file()).exists();
        assertThat(unfinished()).doesNotExist();
    }

    @Test
    void leavesToAnotherProcessWhatItIsMaking() throws Exception {
        try (var others = FileChannel.open(unfinished(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            others.lock();

            assertThatThrownBy(this::create)
                    .isInstanceOf(FlywayException.class)
                    .hasStackTraceContaining("Database may be already in use");

            assertThat(unfinished()).exists();
        }
        assertThat(file()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"6", "10", "15"})
    void changesNothingWhereAnUpgradeFails(String step) {
        flyway().dataSource(database("three-signs")).target("5").load().migrate();

        assertThatThrownBy(() -> migrate(flyway().callbacks(new Failure(step)).load()))
                .isInstanceOf(FlywayException.class);

        assertThat(version()).isEqualTo("5");
        create();
        assertThat(version()).isNotEqualTo("5");
        assertThat(unfinished()).doesNotExist();
    }

    private String version() {
        return flyway().dataSource(database("three-signs"))
                .load()
                .info()
                .current()
                .getVersion()
                .toString();
    }

    private void create() {
        migrate(flyway().load());
    }

    private void migrate(Flyway flyway) {
        new FileMigration(file(), flyway, database("three-signs")).run();
    }

    private Path file() {
        return folder.resolve(DataFolder.FILE);
    }

    private Path unfinished() {
        return folder.resolve("three-signs-new.mv.db");
    }

    private DriverManagerDataSource database(String name) {
        return new DriverManagerDataSource("jdbc:h2:file:" + folder.resolve(name), "sa", "");
    }

    private static FluentConfiguration flyway() {
        return Flyway.configure()
                .placeholders(Map.of("key-from-token-hash", "cast(substring(token_hash from 1 for 16) as uuid)"));
    }

    /** Fails before this version of the tables is made. */
    private static final class Failure extends BaseCallback {

        private final String version;

        Failure(String version) {
            this.version = version;
        }

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE;
        }

        @Override
        public void handle(Event event, Context context) {
            if (version.equals(context.getMigrationInfo().getVersion().toString())) {
                throw new IllegalStateException("Here it ends");
            }
        }
    }
}
