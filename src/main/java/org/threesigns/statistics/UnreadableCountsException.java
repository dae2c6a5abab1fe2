package org.threesigns.statistics;

import org.threesigns.startup.StartupException;

/** Stored counts that cannot be read. The results themselves are not touched by it: counts can be made again from them. */
public final class UnreadableCountsException extends StartupException {

    private static final long serialVersionUID = 1L;
    private static final String RECOUNT = "ount again from the results: --three-signs.command=recount";

    private UnreadableCountsException(String problem, String remedy) {
        super(problem, remedy);
    }

    UnreadableCountsException(String problem) {
        this(problem, "C" + RECOUNT);
    }

    static UnreadableCountsException newer(int format) {
        return new UnreadableCountsException(
                "The statistics were written by a newer version of Three Signs (format %s; this one knows up to %s)."
                        .formatted(format, StoredCounts.FORMAT),
                "Start the newer version again. To go back to this one, restore the backup made before the update, or c"
                        + RECOUNT);
    }
}
