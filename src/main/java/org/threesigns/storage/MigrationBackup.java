package org.threesigns.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.threesigns.startup.StartupException;

/**
 * The embedded file as it was before an upgrade changed its tables: the way back to the version before. Its name says from which
 * version of the tables; the next start that has nothing to change deletes it.
 */
class MigrationBackup {

    private static final Logger log = LoggerFactory.getLogger(MigrationBackup.class);

    private static final String NAME = "three-signs-before-upgrade-from-%s.zip";
    private static final String UNFINISHED = ".tmp";

    /** What systems say of a disk that is full, or of a user who has had their share of it. */
    private static final Set<String> NO_ROOM =
            Set.of("No space left on device", "Disk quota exceeded", "not enough space on the disk");

    private final Path database;

    /** @param database the database file */
    MigrationBackup(Path database) {
        this.database = database;
    }

    /**
     * Writes the backup, in place of an older one from the same version, and a copy of the file.
     *
     * @param source the database
     * @param copy where to
     * @throws StartupException if they cannot be written, most often because there is no room for them
     */
    void make(MigrationInfoService tables, DataSource source, Path copy) {
        Path backup = database.resolveSibling(NAME.formatted(version(tables)));
        make(backup, source);
        try (FileSystem zip = FileSystems.newFileSystem(backup)) {
            Files.copy(zip.getPath(entry()), copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw notCopied(e);
        }
    }

    /** H2 gives it the name of the file itself, also where a link of another name leads to that. */
    private String entry() throws IOException {
        return String.valueOf(database.toRealPath().getFileName());
    }

    /** That of the tables as they are now. */
    private static String version(MigrationInfoService tables) {
        MigrationInfo current = tables.current();
        return current == null ? "0" : String.valueOf(current.getVersion());
    }

    private void make(Path backup, DataSource source) {
        Path unfinished = backup.resolveSibling(backup.getFileName() + UNFINISHED);
        try {
            new JdbcTemplate(source).update("backup to ?", unfinished.toString());
            try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(unfinished, backup, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | DataAccessException e) {
            delete(unfinished); // it would keep the room that the host is told to make
            throw notCopied(e);
        }
    }

    private StartupException notCopied(Exception failure) {
        Throwable reason = NestedExceptionUtils.getMostSpecificCause(failure);
        String words = String.valueOf(reason.getMessage());
        return new StartupException(
                "The database file could not be copied, which an upgrade begins with: %s".formatted(database),
                NO_ROOM.stream().anyMatch(words::contains)
                        ? "Make room for two more files of its size in the same folder, then start again. (%s)"
                                .formatted(words)
                        : "Nothing was changed. Remove what stopped it, then start again. (%s: %s)"
                                .formatted(reason.getClass().getSimpleName(), words));
    }

    /** Deletes those of all earlier upgrades; a kill can leave an unfinished one. */
    void deleteAll() {
        try (DirectoryStream<Path> backups = Files.newDirectoryStream(
                database.toAbsolutePath().getParent(), NAME.formatted("*") + "{," + UNFINISHED + "}")) {
            backups.forEach(MigrationBackup::delete);
        } catch (IOException e) {
            warn(e);
        }
    }

    private static void delete(Path backup) {
        try {
            Files.deleteIfExists(backup);
        } catch (IOException e) {
            warn(e);
        }
    }

    private static void warn(IOException failure) {
        log.warn("A copy from before an upgrade could not be deleted: {}", failure.getMessage());
    }
}
