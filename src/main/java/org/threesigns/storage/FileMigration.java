package org.threesigns.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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

    private static final String FILE_ADDRESS = "jdbc:h2:file:";
    private static final String EXTENSION = ".mv.db";
    private static final String UNFINISHED = "three-signs-new";
    private static final int ATTEMPTS = 2;
    private static final int LOOKS = 10;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

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
        this.file = real(file);
        this.unfinished = this.file.resolveSibling(UNFINISHED + EXTENSION);
        this.flyway = flyway;
        this.direct = direct;
        this.backup = new MigrationBackup(file);
    }

    /** Where a link leads, so that the file and not the link is replaced. */
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file; // there is none yet
        }
    }

    /** Whether this is the address of the database file in this folder. */
    static boolean isOf(String url, String folder) {
        String address = FILE_ADDRESS + folder + "/three-signs";
        return url.equals(address) || url.startsWith(address + ";");
    }

    /** @throws StartupException if the file has lost its content, or there is no room */
    void run() {
        boolean done = false;
        try {
            migrate();
            done = true;
        } catch (FileAlreadyExistsException e) {
            throw new StartupException(
                    "Another process has made the database file meanwhile: %s".formatted(file), "Stop one of the two.");
        } catch (IOException e) {
            throw new StartupException(
                    "The database file could not be made: %s (%s)".formatted(file, e.getMessage()),
                    "Let this user write there, make room on the disk, or choose another folder with three-signs.data.");
        } finally {
            if (!done) {
                deleteUnfinished(); // it would keep the room that the host has to make
            }
        }
    }

    private void migrate() throws IOException {
        if (!Files.exists(file)) {
            makeWhole(this::create);
            Files.move(unfinished, file); // refused if another process was first
        } else if (makeWhole(this::upgradesCopy)) {
            takePlace();
        } else {
            backup.deleteAll();
        }
    }

    /**
     * H2 says nothing when it closes a file for which there is no room. On a machine that is very busy it does not always close one
     * in order either, so one that is not whole is made once more before the host hears of it.
     *
     * @param make makes the unfinished file; false if there is nothing to make
     */
    private boolean makeWhole(BooleanSupplier make) throws IOException {
        Optional<FileReading> made = Optional.empty();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            deleteUnfinished();
            if (!make.getAsBoolean()) {
                return false;
            }
            made = FileReading.of(unfinished);
            if (made.filter(FileReading::isClosedInOrder).isPresent()) {
                force();
                return true;
            }
            log.warn("{} was not closed in order: {}", unfinished, made);
        }
        throw new IOException("it was not closed whole, mostly because of: No space left on device");
    }

    private void force() throws IOException {
        try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }

    private boolean create() {
        changeTables();
        return true;
    }

    /** Nobody else can open the file meanwhile. False if there is nothing to change. */
    private boolean upgradesCopy() {
        try (Connection open = direct.getConnection()) {
            requireTables(open);
            Flyway there = configured(String.valueOf(direct.getUrl()));
            MigrationInfoService tables = there.info();
            if (tables.pending().length == 0) {
                there.validate(); // refuses tables that are not these
                return false;
            }
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
        String url = String.valueOf(direct.getUrl());
        int options = url.indexOf(';');
        configured(FILE_ADDRESS + file.resolveSibling(UNFINISHED) + (options < 0 ? "" : url.substring(options)))
                .migrate();
    }

    private Flyway configured(String url) {
        return Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(url, direct.getUsername(), direct.getPassword())
                .load();
    }

    /** With the permissions that the host has given it. */
    private void takePlace() throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(unfinished, Files.getPosixFilePermissions(file));
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** One that somebody is making at this moment stays: H2 then says that it is in use. One that failed may still be closing. */
    private void deleteUnfinished() {
        try {
            for (int look = 1; look < LOOKS && Files.exists(unfinished) && isOpen(); look++) {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            }
            if (Files.exists(unfinished) && !isOpen()) {
                Files.delete(unfinished);
            }
        } catch (IOException e) {
            log.warn("{} could not be deleted: {}", unfinished, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
