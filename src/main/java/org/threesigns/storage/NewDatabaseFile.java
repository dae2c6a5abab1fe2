package org.threesigns.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.threesigns.startup.StartupException;

/**
 * The embedded file at a first start. Its tables are made under another name, and it gets its own once the disk has them: a first
 * start that fails or is killed leaves nothing that the next one would take for a broken database.
 */
class NewDatabaseFile {

    private static final String EXTENSION = ".mv.db";
    private static final String UNFINISHED = "-new";

    private final Path file;
    private final Path unfinished;

    /** @param file where the database will be */
    NewDatabaseFile(Path file) {
        this.file = file;
        this.unfinished = Path.of(path() + UNFINISHED + EXTENSION);
    }

    /** As H2 names it in an address. */
    private String path() {
        String name = file.toString();
        return name.substring(0, name.length() - EXTENSION.length());
    }

    /**
     * @param flyway knows the tables; its own connections, which are to the finished file, stay unused
     * @param finished the same without a pool
     * @throws StartupException if there is no room
     */
    void create(Flyway flyway, DriverManagerDataSource finished) {
        try {
            deleteInterrupted();
            makeTables(flyway, finished);
            requireWhole();
            try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartupException(
                    "The database file could not be made: %s (%s)".formatted(file, e.getMessage()),
                    "Make room on the disk, or choose another folder with three-signs.data.");
        }
    }

    private void makeTables(Flyway flyway, DriverManagerDataSource finished) {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(
                        String.valueOf(finished.getUrl()).replace(path(), path() + UNFINISHED),
                        finished.getUsername(),
                        finished.getPassword())
                .load()
                .migrate();
    }

    /** H2 says nothing when it closes a file for which there is no room. */
    private void requireWhole() throws IOException {
        if (FileReading.of(unfinished)
                .filter(found -> !found.hasLostItsEnd(Optional.empty()))
                .isEmpty()) {
            Files.delete(unfinished); // it would keep the room that the host has to make
            throw new IOException("No space left on device");
        }
    }

    /** One that somebody is making at this moment stays: H2 then says that it is in use. */
    private void deleteInterrupted() throws IOException {
        if (Files.exists(unfinished) && !isOpen()) {
            Files.delete(unfinished);
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
