package org.threesigns.statistics;

/** Stored counts that cannot be read. The results themselves are not touched by it: counts can be made again from them. */
public final class UnreadableCountsException extends RuntimeException {

    private static final String MEND = " Count again from the results: --three-signs.command=recount";

    UnreadableCountsException(String what) {
        super(what + MEND);
    }

    UnreadableCountsException(String what, Throwable cause) {
        super(what + MEND, cause);
    }

    private UnreadableCountsException(int format) {
        super("""
                The statistics were written by a newer version of Three Signs (format %d; this one knows up to %d). \
                Start the newer version again. To go back to this one, restore the backup made before the update, or \
                count again from the results: --three-signs.command=recount""".formatted(format, StoredCounts.FORMAT));
    }

    static UnreadableCountsException newer(int format) {
        return new UnreadableCountsException(format);
    }
}
