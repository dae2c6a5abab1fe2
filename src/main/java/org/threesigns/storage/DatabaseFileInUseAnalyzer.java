package org.threesigns.storage;

import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains what to do if another process has the database file open. */
class DatabaseFileInUseAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private static final String DESCRIPTION = """
            Another process has the database file open, and one file serves one process.
            (%s)""";

    private static final String ACTION = """
            Stop the other process, then start this one again.
            Or give this one a folder of its own: three-signs.data.
            Or move to PostgreSQL, which serves several at once: spring.profiles.active=postgresql.""";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        SQLException fileInUse = null;
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                fileInUse = sql; // the pool repeats the code; the innermost names the file
            }
        }
        return fileInUse == null
                ? null
                : new FailureAnalysis(DESCRIPTION.formatted(fileInUse.getMessage()), ACTION, fileInUse);
    }
}
