package org.threesigns.storage;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** The engine that holds the data, as far as it matters here: H2 inside this process has to be told what a server knows. */
class DatabaseEngine {

    private static final Logger log = LoggerFactory.getLogger(DatabaseEngine.class);

    private final JdbcTemplate jdbc;
    private final boolean embedded;

    /** What H2 keeps its file with; none where another engine runs, or H2 in memory alone. */
    private final Optional<MVStore> store;

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
     * <p>More than {@code CHECKPOINT SYNC} does: that one does not wait for what H2's own thread has begun to write.
     *
     * @throws DataAccessException if the file cannot be written
     */
    void sync() {
        store.ifPresent(file -> {
            try {
                file.commit();
                file.executeFilestoreOperation(() -> {}); // comes after all that is being written
                syncOrGiveUp(file);
            } catch (MVStoreException e) {
                throw new DataAccessResourceFailureException("The database file could not be written", e);
            }
        });
    }

    /** A second attempt could succeed without the data: Linux tells of a page that it could not write only once. */
    private static void syncOrGiveUp(MVStore file) {
        try {
            file.sync();
        } catch (MVStoreException e) {
            file.panic(e);
        }
    }

    /** What made H2 give up its file, so that nothing is stored any more until a restart; none as long as all is well. */
    Optional<MVStoreException> loss() {
        return store.filter(file -> !closing).flatMap(file -> {
            var panic = Optional.ofNullable(file.getPanicException());
            return panic.isPresent() || !file.isClosed() ? panic : Optional.of(closedByItself());
        });
    }

    private static MVStoreException closedByItself() {
        return DataUtils.newMVStoreException(
                DataUtils.ERROR_CLOSED, "H2 has closed it, as it does when memory runs out");
    }

    /** Writes the file anew without what is no longer needed, and closes it. */
    void compactAndShutDown() {
        closing = true;
        jdbc.execute("SHUTDOWN COMPACT");
    }

    /** Closes the file in order. Compacting it is a command of its own, as it can outlast the patience of a host. */
    void shutDown() {
        if (embedded && !closing) { // or it would be opened again
            closing = true;
            try {
                jdbc.execute("SHUTDOWN");
            } catch (DataAccessException e) {
                log.warn("The database file could not be closed in order; the next start will see to it.");
            }
        }
    }
}
