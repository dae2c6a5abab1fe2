package org.threesigns.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.threesigns.startup.StartupException;

/**
 * The embedded file as it was before an upgrade changed its tables. On H2 each change is for good at once, so an upgrade that is
 * interrupted half way has no other way back. The next start that has nothing to change deletes it.
 */
class MigrationBackup {

    private static final Logger log = LoggerFactory.getLogger(MigrationBackup.class);

    static final String FILE = "three-signs-before-upgrade.zip";

    private final Path database;
    private final Path backup;

    /** @param database the database file, which has to exist */
    MigrationBackup(Path database) {
        this.database = database;
        this.backup = database.resolveSibling(FILE);
    }

    /**
     * Changes the tables where a newer version needs that.
     *
     * @throws StartupException if there is no room for the backup; nothing is changed then
     */
    void around(Flyway flyway) {
        boolean upgrading = flyway.info().pending().length > 0;
        if (upgrading && !Files.exists(backup)) { // one that is there is from before an upgrade that was interrupted
            make(flyway.getConfiguration().getDataSource());
        }
        flyway.migrate();
        if (!upgrading) {
            delete();
        }
    }

    private void make(DataSource source) {
        Path unfinished = backup.resolveSibling(FILE + ".tmp");
        try {
            new JdbcTemplate(source).update("backup to ?", unfinished.toString());
            try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(unfinished, backup, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | DataAccessException e) {
            throw new StartupException(
                    "The database file could not be copied, which an upgrade begins with: %s".formatted(database),
                    "Make room for a second file of its size in the same folder, then start again. (%s)"
                            .formatted(
                                    NestedExceptionUtils.getMostSpecificCause(e).getMessage()));
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(backup);
        } catch (IOException e) {
            log.warn("The copy from before the upgrade could not be deleted: {}", backup);
        }
    }
}
