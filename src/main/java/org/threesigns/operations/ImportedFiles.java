package org.threesigns.operations;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which files were imported, and how far, by the SHA-256 of their content. */
@Repository
class ImportedFiles {

    /** How far a file was imported. */
    record Progress(int linesDone, boolean finished) {}

    private final JdbcClient jdbc;

    ImportedFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far this file was imported; a new one is remembered with nothing done. */
    Progress progress(byte[] sha256) {
        return jdbc.sql("select lines_done, finished from imported_file where sha_256 = ?")
                .param(sha256)
                .query((row, number) -> new Progress(row.getInt(1), row.getBoolean(2)))
                .optional()
                .orElseGet(() -> begin(sha256));
    }

    private Progress begin(byte[] sha256) {
        jdbc.sql("insert into imported_file (sha_256, lines_done, finished) values (?, 0, false)")
                .param(sha256)
                .update();
        return new Progress(0, false);
    }

    void advance(byte[] sha256, int linesDone) {
        jdbc.sql("update imported_file set lines_done = ? where sha_256 = ?")
                .params(linesDone, sha256)
                .update();
    }

    void finish(byte[] sha256) {
        jdbc.sql("update imported_file set finished = true where sha_256 = ?")
                .param(sha256)
                .update();
    }
}
