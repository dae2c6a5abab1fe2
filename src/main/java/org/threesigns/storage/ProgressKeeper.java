package org.threesigns.storage;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Writes down every few seconds, and before the file is closed, how far it has come. No sitting waits for it. */
@Component
class ProgressKeeper {

    private static final Logger log = LoggerFactory.getLogger(ProgressKeeper.class);

    private final DatabaseEngine engine;

    /** Empty unless the data is in the file that the next start looks at. */
    private final Optional<ProgressMark> mark;

    private Optional<FileProgress> kept = Optional.empty();

    ProgressKeeper(DatabaseEngine engine, StorageProperties properties) {
        this.engine = engine;
        this.mark = engine.file()
                .filter(file -> isTheSame(file, properties.data().resolve(DataFolder.FILE)))
                .map(file -> new ProgressMark(properties.data()));
    }

    private static boolean isTheSame(Path open, Path file) {
        try {
            return Files.isSameFile(open, file);
        } catch (IOException e) {
            return false;
        }
    }

    @PreDestroy
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    synchronized void keep() {
        if (mark.isEmpty() || engine.progress().equals(kept)) { // or an idle disk would never sleep
            return;
        }
        try {
            Optional<FileProgress> synced = engine.syncedProgress();
            if (synced.isPresent()) {
                mark.get().write(synced.get());
            }
            kept = synced;
        } catch (IOException e) {
            log.warn("How far the database file has come could not be written down: {}", e.getMessage());
        } catch (DataAccessResourceFailureException e) {
            log.debug("The database file could not be written, which EmbeddedDatabaseGuard reports", e);
        }
    }
}
