package org.threesigns.operations;

/** Nothing was moved, and nothing has changed on either side. */
class TransferRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String mend;

    TransferRefusedException(String whatIsWrong, String mend) {
        super(whatIsWrong);
        this.mend = mend;
    }

    String mend() {
        return mend;
    }
}
