package org.threesigns.security;

/** A secret that the host gave is too weak to start with. */
class BadSecretException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String mend;

    BadSecretException(String whatIsWrong, String mend) {
        super(whatIsWrong);
        this.mend = mend;
    }

    String mend() {
        return mend;
    }
}
