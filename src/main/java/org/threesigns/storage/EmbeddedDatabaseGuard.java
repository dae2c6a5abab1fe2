package org.threesigns.storage;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends the process once H2 has given up its file, as it does where the disk is full: from then on every request would
 * fail, even after somebody has made room, until a restart. Whatever was acknowledged is in the file by then.
 */
@Component
class EmbeddedDatabaseGuard {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabaseGuard.class);

    private static final String WORDS = """
            The database file can't be written, and nothing more can be stored until a restart. ({})
            Most often the disk is full. Make room where the file is (three-signs.data), then start this again.
            Everything that was acknowledged is in the file. This process ends now.""";

    private static final int FAILED = 1;

    private final DatabaseEngine engine;
    private final ApplicationContext context;
    private final Runnable end;
    private final AtomicBoolean ended = new AtomicBoolean();

    @Autowired
    EmbeddedDatabaseGuard(DatabaseEngine engine, ApplicationContext context) {
        this(engine, context, () -> System.exit(SpringApplication.exit(context, () -> FAILED)));
    }

    /** @param end ends the process; called once at most, and may take its time */
    EmbeddedDatabaseGuard(DatabaseEngine engine, ApplicationContext context, Runnable end) {
        this.engine = engine;
        this.context = context;
        this.end = end;
    }

    /** Asks the file itself, as whoever meets the failure first may be anybody. */
    @Scheduled(fixedDelay = 200, timeUnit = TimeUnit.MILLISECONDS)
    void look() {
        engine.loss().filter(loss -> !ended.getAndSet(true)).ifPresent(this::giveUp);
    }

    private void giveUp(Throwable loss) {
        log.error(WORDS, inWords(NestedExceptionUtils.getMostSpecificCause(loss)));
        AvailabilityChangeEvent.publish(context, LivenessState.BROKEN);
        // On a thread of its own: the end waits for those that are at work, and this one would be among them.
        Thread thread = new Thread(end, "end");
        thread.setDaemon(false); // or the process could be gone, with another exit code, before it is done
        thread.start();
    }

    private static String inWords(Throwable reason) {
        return reason.getClass().getSimpleName() + ": " + reason.getMessage();
    }
}
