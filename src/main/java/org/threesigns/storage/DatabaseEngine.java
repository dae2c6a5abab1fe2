package org.threesigns.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** The database engine. H2 runs in this process and has to be told to sync, compact and shut down; a server needs none of that. */
class DatabaseEngine {

    private static final Logger log = LoggerFactory.getLogger(DatabaseEngine.class);

    private final JdbcTemplate jdbc;
    private final boolean embedded;

    /** H2's store; empty with another engine, or if H2 keeps its data in memory. */
    private final Optional<MVStore> store;

    /** H2 knows nothing of a sync, and would close the file under it: many may sync at once, and none while it closes. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private volatile boolean closing;

    /** @throws MetaDataAccessException if the database is away */
    DatabaseEngine(DataSource dataSource) throws MetaDataAccessException {
        jdbc = new JdbcTemplate(dataSource);
        embedded = "H2".equals(JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getDatabaseProductName));
        store = embedded
                ? Optional.of(jdbc.execute(DatabaseEngine::store)).filter(MVStore::isPersistent)
                : Optional.empty();
    }

    private static MVStore store(Connection connection) throws SQLException {
        var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }

    boolean embedded() {
        return embedded;
    }

    /**
     * Makes all that was committed before this call survive a kill and a power cut.
     *
     * <p>{@code CHECKPOINT SYNC} is not enough: it does not wait for what H2's own thread is writing.
     *
     * @throws DataAccessException if the file cannot be written
     */
    void sync() {
        store.ifPresent(this::sync);
    }

    /**
     * As {@link #sync()}.
     *
     * @return how far the file has come that survives; empty if there is none, or it is being closed
     */
    Optional<FileProgress> syncedProgress() {
        return store.filter(file -> !closing).map(this::sync);
    }

    private FileProgress sync(MVStore file) {
        lock.readLock().lock();
        try {
            file.commit();
            FileStore<?> parts = file.getFileStore();
            var written = new AtomicLong();
            // Runs after everything that is being written.
            file.executeFilestoreOperation(() -> written.set(parts.lastChunkVersion()));
            syncOrGiveUp(file);
            return new FileProgress(parts.getCreationTime(), written.get());
        } catch (MVStoreException e) {
            throw new DataAccessResourceFailureException("The database file could not be written", e);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** No second attempt: it could succeed without the data, because Linux reports a page that it could not write only once. */
    private static void syncOrGiveUp(MVStore file) {
        try {
            file.sync();
        } catch (MVStoreException e) {
            file.panic(e);
        }
    }

    /** Where the data is; empty unless H2 keeps it in a file. */
    Optional<Path> file() {
        return store.map(MVStore::getFileStore).map(FileStore::getFileName).map(Path::of);
    }

    /** How far the file has come, some of which may not survive yet. */
    Optional<FileProgress> progress() {
        return store.filter(file -> !closing).map(MVStore::getFileStore).map(FileProgress::of);
    }

    /** Why H2 has given up its file, after which nothing is stored until a restart; empty while it works. */
    Optional<MVStoreException> failure() {
        return store.filter(file -> !closing).flatMap(file -> {
            var panic = Optional.ofNullable(file.getPanicException());
            return panic.isPresent() || !file.isClosed() ? panic : Optional.of(closedByItself());
        });
    }

    private static MVStoreException closedByItself() {
        return DataUtils.newMVStoreException(
                DataUtils.ERROR_CLOSED, "H2 has closed it, as it does when memory runs out");
    }

    /** Rewrites the file without deleted data, and closes it. */
    void compactAndShutDown() {
        close("SHUTDOWN COMPACT");
    }

    /** Closes the file properly. It does not compact the file, which can take long and is a command of its own. */
    void shutDown() {
        if (embedded && !closing) { // a statement after SHUTDOWN would open the file again
            try {
                close("SHUTDOWN");
            } catch (DataAccessException e) {
                log.warn("The database file could not be closed properly; the next start will recover it.");
            }
        }
    }

    private void close(String statement) {
        closing = true;
        lock.writeLock().lock();
        try {
            jdbc.execute(statement);
        } finally {
            lock.writeLock().unlock();
        }
    }
}
