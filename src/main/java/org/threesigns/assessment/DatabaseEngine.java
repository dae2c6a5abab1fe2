package org.threesigns.assessment;

import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** The engine that holds the data, as far as it matters here: H2 inside this process has to be told what a server knows. */
class DatabaseEngine {

    private static final Logger log = LoggerFactory.getLogger(DatabaseEngine.class);

    private final JdbcTemplate jdbc;
    private final boolean embedded;
    private volatile boolean closed;

    /** @throws MetaDataAccessException if the database is away */
    DatabaseEngine(DataSource dataSource) throws MetaDataAccessException {
        jdbc = new JdbcTemplate(dataSource);
        embedded = "H2".equals(JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getDatabaseProductName));
    }

    boolean embedded() {
        return embedded;
    }

    /** Makes all that was committed before this call survive a power cut. */
    void sync() {
        if (embedded) {
            jdbc.execute("CHECKPOINT SYNC");
        }
    }

    /** Writes the file anew without what is no longer needed, and closes it. */
    void compactAndShutDown() {
        jdbc.execute("SHUTDOWN COMPACT");
        closed = true; // or closing in order would open it again
    }

    /** Closes the file in order. Compacting it is a command of its own, as it can outlast the patience of a host. */
    void shutDown() {
        if (embedded && !closed) {
            try {
                jdbc.execute("SHUTDOWN");
            } catch (DataAccessException e) {
                log.warn("The database file could not be closed in order; the next start will see to it.");
            }
        }
    }
}
