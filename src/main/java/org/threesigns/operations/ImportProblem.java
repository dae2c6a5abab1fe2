package org.threesigns.operations;

/** Why a line of an import file, or the whole file, cannot be taken; the message is for the operator. */
class ImportProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImportProblem(String message) {
        super(message);
    }
}
