package org.threesigns.operations;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threesigns.startup.ExitCode;

/** Lets one import run at a time, whichever process it is in: each locks the same row. */
@Repository
class ImportLock {

    private final JdbcClient jdbc;

    ImportLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Before the transaction that {@link #take takes} the lock. */
    void prepare() {
        try {
            jdbc.sql("insert into import_lock (id) select 1 where not exists (select 1 from import_lock)")
                    .update();
        } catch (DuplicateKeyException e) {
            // Another process has made the row meanwhile.
        }
    }

    /**
     * Takes the lock until the end of the transaction.
     *
     * @throws ImportRefusedException if another import has it
     */
    void take() {
        if (jdbc.sql("select id from import_lock for update skip locked")
                .query(Integer.class)
                .optional()
                .isEmpty()) {
            throw new ImportRefusedException(
                    "another import is running; wait until it has ended", ExitCode.IMPORT_RUNNING);
        }
    }
}
