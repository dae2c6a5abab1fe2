package org.threesigns.operations;

import org.threesigns.startup.ExitCode;

/** A row of an import file, or the whole file, can't be imported; the message says why, for the operator. */
class ImportRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    ImportRefusedException(String message) {
        this(message, ExitCode.REFUSED);
    }

    ImportRefusedException(String message, ExitCode exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
