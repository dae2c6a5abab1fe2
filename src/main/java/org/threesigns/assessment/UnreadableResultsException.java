package org.threesigns.assessment;

import org.threesigns.instrument.Instrument;

/** The instruments at start are not those of the stored results; the application does not start. */
class UnreadableResultsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    private UnreadableResultsException(String problem, String action) {
        super(problem);
        this.action = action;
    }

    static UnreadableResultsException missing(InstrumentVersion version) {
        return new UnreadableResultsException(
                "The database holds results of %s, but there is no such instrument.".formatted(version),
                "Put its files back: on the class path, or in the folder that three-signs.instruments names.");
    }

    static UnreadableResultsException changed(Instrument instrument, String language) {
        return new UnreadableResultsException(
                "The content of %s version %d in language '%s' has changed since it was first used here."
                        .formatted(instrument.id(), instrument.version(), language),
                "Restore the files, or give the changed instrument a new version in a folder of its own beside the old.");
    }

    String action() {
        return action;
    }
}
