package org.threesigns.security;

/** A setting that the host gave is none to start with, such as a secret that is too weak. */
class BadSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String mend;

    BadSettingException(String whatIsWrong, String mend) {
        super(whatIsWrong);
        this.mend = mend;
    }

    String mend() {
        return mend;
    }
}
