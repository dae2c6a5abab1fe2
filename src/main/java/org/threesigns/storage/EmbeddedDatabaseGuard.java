package org.threesigns.storage;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Ends the process once H2 has given up its file, for example because the disk is full. From then on every request would fail
 * until a restart, even if there is space again. Everything that was acknowledged is in the file.
 */
class EmbeddedDatabaseGuard {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabaseGuard.class);

    private static final String MESSAGE = """
            The database file can't be written, and nothing more can be stored until a restart. ({})
            Most often the disk is full. Make room where the file is (three-signs.data), then start this again.
            Everything that was acknowledged is in the file. This process ends now.""";

    private final DatabaseEngine engine;
    private final ApplicationContext context;
    private final Runnable end;
    private final AtomicBoolean ended = new AtomicBoolean();

    /** @param end ends the process; called at most once, and may take long */
    EmbeddedDatabaseGuard(DatabaseEngine engine, ApplicationContext context, Runnable end) {
        this.engine = engine;
        this.context = context;
        this.end = end;
    }

    /** Asks the engine itself, because any request or task may be the first to fail. */
    @Scheduled(fixedDelay = 200, timeUnit = TimeUnit.MILLISECONDS)
    void check() {
        engine.failure().filter(failure -> !ended.getAndSet(true)).ifPresent(this::endProcess);
    }

    private void endProcess(Throwable failure) {
        log.error(MESSAGE, describe(NestedExceptionUtils.getMostSpecificCause(failure)));
        AvailabilityChangeEvent.publish(context, LivenessState.BROKEN);
        // On its own thread: shutting down waits for running tasks, and this is one of them.
        Thread thread = new Thread(end, "end");
        thread.setDaemon(false); // or the process could end too early, with another exit code
        thread.start();
    }

    private static String describe(Throwable reason) {
        return reason.getClass().getSimpleName() + ": " + reason.getMessage();
    }
}
