package org.threesigns.operations;

/** A line of an import file, or the whole file, can't be imported; the message says why, for the operator. */
class ImportRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImportRefusedException(String message) {
        super(message);
    }
}
