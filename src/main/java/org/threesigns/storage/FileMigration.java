package org.threesigns.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.threesigns.startup.StartupException;

/**
 * Makes the tables of the embedded file at a first start, and changes them at an upgrade. On H2 each step of that is for good at
 * once, so it is done in a file of another name, which takes the place of the database once the disk has all of it: a start
 * that fails or is killed leaves what was there before.
 */
class FileMigration {

    private static final Logger log = LoggerFactory.getLogger(FileMigration.class);

    private static final String EXTENSION = ".mv.db";
    private static final String UNFINISHED = "-new";

    private final Path file;
    private final Path unfinished;
    private final Flyway flyway;
    private final DriverManagerDataSource direct;
    private final MigrationBackup backup;

    /**
     * @param file the database file; there is none before a first start
     * @param flyway knows the tables; none of its connections is open yet
     * @param direct its database without a pool, which would try for ten seconds to open what does not open
     */
    FileMigration(Path file, Flyway flyway, DriverManagerDataSource direct) {
        this.file = file;
        this.unfinished = Path.of(path() + UNFINISHED + EXTENSION);
        this.flyway = flyway;
        this.direct = direct;
        this.backup = new MigrationBackup(file);
    }

    /** As H2 names it in an address. */
    private String path() {
        String name = file.toString();
        return name.substring(0, name.length() - EXTENSION.length());
    }

    /** @throws StartupException if the file has lost its content, or there is no room */
    void run() {
        boolean done = false;
        try {
            migrate();
            done = true;
        } catch (IOException e) {
            throw new StartupException(
                    "The database file could not be made: %s (%s)".formatted(file, e.getMessage()),
                    "Make room on the disk, or choose another folder with three-signs.data.");
        } finally {
            if (!done) {
                deleteUnfinished(); // it would keep the room that the host has to make
            }
        }
    }

    private void migrate() throws IOException {
        if (!Files.exists(file)) {
            deleteUnfinished();
            changeTables();
            takePlace();
        } else if (upgradesCopy()) {
            takePlace();
        } else {
            flyway.migrate(); // it refuses tables that are not these
            backup.deleteAll();
        }
    }

    /** Nobody else can open the file meanwhile. False if there is nothing to change. */
    private boolean upgradesCopy() throws IOException {
        try (Connection open = direct.getConnection()) {
            requireTables(open);
            MigrationInfoService tables =
                    configured(String.valueOf(direct.getUrl())).info();
            if (tables.pending().length == 0) {
                return false;
            }
            deleteUnfinished();
            backup.make(tables, direct, unfinished);
            changeTables();
            return true;
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("The database file does not open", e);
        }
    }

    /** Otherwise H2 would open a file that has lost its content as an empty database, and it would become a new site. */
    private void requireTables(Connection database) throws SQLException {
        try (ResultSet tables = database.getMetaData().getTables(null, "PUBLIC", null, null)) {
            if (!tables.next()) {
                throw new StartupException(
                        "The database file has lost its content: %s".formatted(file), "Restore it from a backup.");
            }
        }
    }

    private void changeTables() {
        configured(String.valueOf(direct.getUrl()).replace(path(), path() + UNFINISHED))
                .migrate();
    }

    private Flyway configured(String url) {
        return Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(url, direct.getUsername(), direct.getPassword())
                .load();
    }

    private void takePlace() throws IOException {
        requireWhole();
        try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** H2 says nothing when it closes a file for which there is no room. */
    private void requireWhole() throws IOException {
        if (FileReading.of(unfinished).filter(FileReading::isClosedInOrder).isEmpty()) {
            throw new IOException("No space left on device");
        }
    }

    /** One that somebody is making at this moment stays: H2 then says that it is in use. */
    private void deleteUnfinished() {
        try {
            if (Files.exists(unfinished) && !isOpen()) {
                Files.delete(unfinished);
            }
        } catch (IOException e) {
            log.warn("{} could not be deleted: {}", unfinished, e.getMessage());
        }
    }

    private boolean isOpen() throws IOException {
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true; // here, by another application in this process
        }
    }
}
