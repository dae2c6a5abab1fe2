package org.threesigns.web;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets one warning or failure of a kind through a minute, so that no request that is sent over and over can fill the disk.
 * Of a kind are failures that began at the same line of code, and messages that differ in their parameters alone; two
 * messages of the application itself are so only if they are equal.
 */
class LogRepetitionFilter extends Filter<ILoggingEvent> {

    private static final long PAUSE = Duration.ofMinutes(1).toMillis();
    private static final int MOST_KINDS = 500;

    private final Map<String, Long> lastByKind = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_KINDS;
        }
    };

    @Override
    public FilterReply decide(ILoggingEvent event) {
        boolean repeats = isLimited(event) && isRepeated(kind(event), event.getTimeStamp());
        return repeats ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    /** An error of our own ends a command or the process, so it is written always. */
    private static boolean isLimited(ILoggingEvent event) {
        return isOwn(event) ? event.getLevel() == Level.WARN : event.getLevel().isGreaterOrEqual(Level.WARN);
    }

    private static boolean isOwn(ILoggingEvent event) {
        return event.getLoggerName().startsWith("org.threesigns.");
    }

    private synchronized boolean isRepeated(String kind, long now) {
        @Nullable Long last = lastByKind.get(kind);
        if (last != null && Math.abs(now - last) < PAUSE) { // a clock that was ahead must not silence what comes after
            return true;
        }
        lastByKind.put(kind, now);
        return false;
    }

    private static String kind(ILoggingEvent event) {
        String logger = event.getLoggerName();
        if (event.getThrowableProxy() != null) {
            return logger + " " + origin(event.getThrowableProxy());
        }
        return logger + " " + (isOwn(event) ? event.getFormattedMessage() : event.getMessage());
    }

    /** The type of the first cause and where it was thrown: its message may quote a request. */
    private static String origin(IThrowableProxy failure) {
        IThrowableProxy first = failure;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        var frames = first.getStackTraceElementProxyArray();
        return first.getClassName() + (frames.length == 0 ? "" : frames[0].getSTEAsString());
    }
}
