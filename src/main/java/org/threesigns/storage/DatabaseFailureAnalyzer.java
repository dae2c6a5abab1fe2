package org.threesigns.storage;

import java.io.File;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Puts into words for a host why the database cannot be used. */
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // after a StartupException, which knows more
class DatabaseFailureAnalyzer implements FailureAnalyzer {

    /** The last is what H2 says of a page that it cannot read. */
    private static final Set<Integer> BROKEN = Set.of(
            ErrorCode.FILE_CORRUPTED_1,
            ErrorCode.FILE_VERSION_ERROR_1,
            ErrorCode.WRONG_USER_OR_PASSWORD,
            ErrorCode.GENERAL_ERROR_1);

    private static final Set<Integer> NOT_WRITABLE = Set.of(
            ErrorCode.FILE_CREATION_FAILED_1,
            ErrorCode.IO_EXCEPTION_1,
            ErrorCode.IO_EXCEPTION_2,
            ErrorCode.DATABASE_IS_CLOSED, // by H2 itself, after it could not write
            ErrorCode.DATABASE_IS_READ_ONLY);

    /** The classes of SQL states "connection" and "authorization", and PostgreSQL's for a database that is not there. */
    private static final Set<String> NOT_REACHED = Set.of("08", "28", "3D");

    /** Bytes without which H2 opens no file. */
    private static final long LEAST_ROOM = 1 << 20;

    private final Environment environment;

    DatabaseFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        FailureAnalysis found = null;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            FailureAnalysis analysis = analysisOf(each);
            if (analysis != null && (found == null || each instanceof SQLException)) {
                found = analysis;
            }
        }
        return found;
    }

    private @Nullable FailureAnalysis analysisOf(Throwable failure) {
        if (failure instanceof FlywayValidateException) {
            return new FailureAnalysis(
                    "The tables of the database are not those of this version of Three Signs (%s)."
                            .formatted(firstSentence(failure)),
                    "If a newer version has run here, start that one again; to go back to this one, restore the backup"
                            + " that was made before the upgrade.",
                    failure);
        }
        if (failure instanceof FlywayException) {
            return unlessTheDiskIsFull(new FailureAnalysis(
                    "The tables of the database could not be brought up to this version of Three Signs (%s)."
                            .formatted(reasons(failure)),
                    "Restore the backup that was made before the upgrade, or start with an empty database.",
                    failure));
        }
        if (isOfAFileThatDoesNotOpen(failure)) {
            return broken(failure);
        }
        return failure instanceof SQLException sql ? analysisOf(sql) : null;
    }

    /** A cause may be known better, and counts more; broken definitions of tables fail as any SQL may. */
    private boolean isOfAFileThatDoesNotOpen(Throwable failure) {
        return (failure instanceof CannotGetJdbcConnectionException
                        || failure instanceof SQLTransientConnectionException)
                && isEmbedded();
    }

    private boolean isEmbedded() {
        return environment.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:file:");
    }

    private FailureAnalysis broken(Throwable failure) {
        return unlessTheDiskIsFull(new FailureAnalysis(
                "The database file is broken, or is not one of Three Signs: " + file(),
                "Restore it from a backup, or choose another folder (three-signs.data).",
                failure));
    }

    /** H2 has many words for it, "broken" among them, as there may be no room even to open a file. */
    private FailureAnalysis unlessTheDiskIsFull(FailureAnalysis otherwise) {
        File folder = new File(file()).getParentFile();
        if (!isEmbedded() || !folder.exists() || folder.getUsableSpace() >= LEAST_ROOM) {
            return otherwise;
        }
        return new FailureAnalysis(
                "There is no room left on the disk of the database file: " + file(),
                "Make room there, then start this again. The file itself may be whole.",
                otherwise.getCause());
    }

    private String file() {
        return environment.getProperty("three-signs.data") + "/" + DataFolder.FILE;
    }

    private @Nullable FailureAnalysis analysisOf(SQLException failure) {
        if (failure.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
            return new FailureAnalysis(
                    "Another process has the database file open: " + file(),
                    "Stop the other process, give this one another folder (three-signs.data), or move to PostgreSQL, which"
                            + " serves several at once (spring.profiles.active=postgresql).",
                    failure);
        }
        if (BROKEN.contains(failure.getErrorCode())) {
            return broken(failure);
        }
        if (NOT_WRITABLE.contains(failure.getErrorCode())) {
            return unlessTheDiskIsFull(new FailureAnalysis(
                    "The database file is broken, or cannot be read or written: %s (%s)"
                            .formatted(file(), firstSentence(failure)),
                    "Restore it from a backup, if it is broken; else let this user write there, or make room on the disk.",
                    failure));
        }
        String state = String.valueOf(failure.getSQLState());
        if (state.length() == 5 && NOT_REACHED.contains(state.substring(0, 2))) {
            return new FailureAnalysis(
                    "The database cannot be reached: %s".formatted(firstSentence(failure)),
                    "Start it, or correct spring.datasource.url, spring.datasource.username and spring.datasource.password.",
                    failure);
        }
        return null;
    }

    private static String reasons(Throwable failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        return firstSentence(failure) + (cause == failure ? "" : ": " + firstSentence(cause));
    }

    /** Flyway and the drivers go on with advice that is not meant for a host. */
    private static String firstSentence(Throwable failure) {
        return String.valueOf(failure.getMessage()).strip().replaceFirst("(?s)(\\.\\s|\\R|; SQL statement).*", "");
    }
}
