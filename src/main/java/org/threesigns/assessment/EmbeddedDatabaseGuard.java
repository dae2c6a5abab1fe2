package org.threesigns.assessment;

import static java.util.stream.Collectors.joining;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationContext;

/**
 * Ends the process once H2 has given up its file, as it does where the disk is full: from then on every request would
 * fail, even after somebody has made room, until a restart. Whatever was acknowledged is in the file by then.
 */
class EmbeddedDatabaseGuard {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabaseGuard.class);

    private static final String WORDS = """
            The database file can't be written, and nothing more can be stored until a restart. ({})
            Most often the disk is full. Make room where the file is (three-signs.data), then start this again.
            Everything that was acknowledged is in the file. This process ends now.""";

    private static final Set<Integer> FILE_LOST = Set.of(
            ErrorCode.DATABASE_IS_CLOSED,
            ErrorCode.IO_EXCEPTION_1,
            ErrorCode.IO_EXCEPTION_2,
            ErrorCode.FILE_CORRUPTED_1,
            ErrorCode.OUT_OF_MEMORY);

    private static final Set<Integer> STORE_LOST = Set.of(
            DataUtils.ERROR_READING_FAILED,
            DataUtils.ERROR_WRITING_FAILED,
            DataUtils.ERROR_INTERNAL,
            DataUtils.ERROR_CLOSED,
            DataUtils.ERROR_FILE_CORRUPT);

    private final ApplicationContext context;
    private final Runnable end;
    private final AtomicBoolean ended = new AtomicBoolean();

    /** @param end ends the process; called once at most, and may take its time */
    EmbeddedDatabaseGuard(ApplicationContext context, Runnable end) {
        this.context = context;
        this.end = end;
    }

    /** Looks at what a piece of work failed of. */
    void examine(RuntimeException failure) {
        reasons(failure)
                .filter(EmbeddedDatabaseGuard::isTheEndOfTheFile)
                .findFirst()
                .ifPresent(this::giveUp);
    }

    private void giveUp(Throwable reason) {
        if (!ended.getAndSet(true)) {
            // H2 says only that it has closed; what made it do so stands below.
            log.error(WORDS, reasons(reason).map(EmbeddedDatabaseGuard::inWords).collect(joining("; because of ")));
            AvailabilityChangeEvent.publish(context, LivenessState.BROKEN);
            // On a thread of its own: this one still has a respondent to answer, and the end waits for that.
            Thread thread = new Thread(end, "end");
            thread.setDaemon(false); // or the process could be gone, with another exit code, before it is done
            thread.start();
        }
    }

    private static String inWords(Throwable reason) {
        return reason.getClass().getSimpleName() + ": " + reason.getMessage();
    }

    private static boolean isTheEndOfTheFile(Throwable reason) {
        return (reason instanceof SQLException sql && FILE_LOST.contains(sql.getErrorCode()))
                || (reason instanceof MVStoreException store && STORE_LOST.contains(store.getErrorCode()));
    }

    private static Stream<Throwable> reasons(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, reason -> reason != null, EmbeddedDatabaseGuard::causeOf)
                .map(Throwable.class::cast);
    }

    private static @Nullable Throwable causeOf(@Nullable Throwable reason) {
        return reason == null ? null : reason.getCause();
    }
}
