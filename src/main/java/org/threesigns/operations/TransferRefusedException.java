package org.threesigns.operations;

/** A transfer was refused; neither database was changed. */
class TransferRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    TransferRefusedException(String whatIsWrong, String action) {
        super(whatIsWrong);
        this.action = action;
    }

    String action() {
        return action;
    }
}
