package org.threesigns.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.tools.Restore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.threesigns.startup.StartupException;

/** A start leaves a whole database, or what was there before, whenever it ends. */
class FileMigrationTests {

    private static final String BACKUP = "three-signs-before-upgrade-from-5.zip";

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
        var half = flyway().callbacks(failure("6")).load();

        assertThatThrownBy(() -> migrate(half)).isInstanceOf(FlywayException.class);

        assertThat(unfinished()).doesNotExist();
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

    @Test
    void deletesOneThatIsStillBeingClosed() throws Exception {
        try (var closing = FileChannel.open(unfinished(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            FileLock lock = closing.lock();
            var closed = CompletableFuture.runAsync(
                    () -> release(lock), CompletableFuture.delayedExecutor(1500, TimeUnit.MILLISECONDS));

            create();

            assertThat(closed).isCompleted();
        }
        assertThat(file()).exists();
        assertThat(unfinished()).doesNotExist();
    }

    private static void release(FileLock lock) {
        try {
            lock.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"6", "10", "15"})
    void changesNothingWhereAnUpgradeFails(String step) {
        anOldFile();

        assertThatThrownBy(() -> migrate(flyway().callbacks(failure(step)).load()))
                .isInstanceOf(FlywayException.class);

        assertThat(unfinished()).doesNotExist();
        assertThat(version()).isEqualTo("5");
        assertThat(rows()).isEqualTo(1);
        create();
        assertThat(version()).isNotEqualTo("5");
    }

    @Test
    void takesTheLatestFileWhateverAnEarlierTryHasLeft() throws Exception {
        anOldFile();
        Files.writeString(unfinished(), "H:2,block:7,for");
        new JdbcTemplate(database("three-signs"))
                .update("backup to ?", folder.resolve(BACKUP).toString());
        add(); // an older version ran once more

        assertThatThrownBy(() -> migrate(flyway().callbacks(failure("15")).load()))
                .isInstanceOf(FlywayException.class);
        assertThat(rows()).isEqualTo(2);
        Restore.execute(folder.resolve(BACKUP).toString(), folder.toString(), null);

        assertThat(rows()).as("in the backup").isEqualTo(2);
    }

    /** Otherwise another process could store what the copy lacks. */
    @Test
    void keepsTheFileOpenWhileItsCopyIsChanged() {
        anOldFile();
        var locked = new AtomicBoolean();

        migrate(flyway().callbacks(new Before("15", () -> locked.set(isLocked(file()))))
                .load());

        assertThat(locked).isTrue();
        assertThat(isLocked(file())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {DataFolder.FILE, "of-another-name.mv.db"})
    void keepsThePermissionsOfTheFileAndTheLinkToIt(String name) throws Exception {
        anOldFile();
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere")).resolve(name);
        Files.move(file(), elsewhere);
        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rw-------"));
        Files.createSymbolicLink(file(), elsewhere);

        create();

        assertThat(file()).isSymbolicLink();
        assertThat(Files.getPosixFilePermissions(elsewhere)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(version()).isNotEqualTo("5");
    }

    @Test
    void asksForRoomWhereThereIsNone() throws Exception {
        anOldFile();
        Files.createSymbolicLink(folder.resolve(BACKUP + ".tmp"), Path.of("/dev/full"));

        assertThat(refusal())
                .hasMessageContaining("could not be copied")
                .extracting(StartupException::remedy, InstanceOfAssertFactories.STRING)
                .startsWith("Make room for two more files")
                .contains("No space left on device");
    }

    @Test
    void doesNotAskForRoomWhereThatWouldNotHelp() throws Exception {
        anOldFile();
        Files.createDirectory(folder.resolve(BACKUP));

        assertThat(refusal())
                .hasMessageContaining("could not be copied")
                .extracting(StartupException::remedy, InstanceOfAssertFactories.STRING)
                .doesNotContain("room")
                .contains("FileSystemException: ", BACKUP, "Is a directory");
    }

    private StartupException refusal() {
        return catchThrowableOfType(StartupException.class, this::create);
    }

    @Test
    void leavesADatabaseThatAnotherProcessHasMadeMeanwhile() {
        assertThatThrownBy(() -> migrate(flyway().callbacks(new Before("15", () -> write(file(), "theirs")))
                        .load()))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("Another process has made the database file");

        assertThat(file()).hasContent("theirs");
        assertThat(unfinished()).doesNotExist();
    }

    /** Of an older version, with a row in a table that no version knows. */
    private void anOldFile() {
        flyway().dataSource(database("three-signs")).target("5").load().migrate();
        new JdbcTemplate(database("three-signs")).execute("create table kept (id uuid)");
        add();
    }

    private void add() {
        new JdbcTemplate(database("three-signs")).update("insert into kept values (?)", UUID.randomUUID());
    }

    private int rows() {
        return new JdbcTemplate(database("three-signs"))
                .queryForList("select * from kept")
                .size();
    }

    private static boolean isLocked(Path file) {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    @Test
    void isMadeOnceMoreIfH2DidNotCloseItInOrder() {
        migrate(flyway().callbacks(new Interruptions(1)).load());

        assertThat(version()).isNotEqualTo("5");
        assertThat(unfinished()).doesNotExist();
    }

    @Test
    void isNoDatabaseIfH2NeverClosesItInOrder() {
        var interrupted = flyway().callbacks(new Interruptions(2)).load();

        assertThatThrownBy(() -> migrate(interrupted))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("not closed whole");
        assertThat(file()).doesNotExist();
        assertThat(unfinished()).doesNotExist();
    }

    private static Before failure(String version) {
        return new Before(version, () -> {
            throw new IllegalStateException("Here it ends");
        });
    }

    /** Does something before this version of the tables is made. */
    private static final class Before extends BaseCallback {

        private final String version;
        private final Runnable what;

        Before(String version, Runnable what) {
            this.version = version;
            this.what = what;
        }

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE;
        }

        @Override
        public void handle(Event event, Context context) {
            if (version.equals(context.getMigrationInfo().getVersion().toString())) {
                what.run();
            }
        }
    }

    /** Ends the database as a kill does, once all of its tables are made, so many times. */
    private static final class Interruptions extends BaseCallback {

        private int left;

        Interruptions(int times) {
            this.left = times;
        }

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.AFTER_MIGRATE_OPERATION_FINISH;
        }

        @Override
        public void handle(Event event, Context context) {
            if (left-- > 0) {
                try (var statement = context.getConnection().createStatement()) {
                    statement.execute("shutdown immediately");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
