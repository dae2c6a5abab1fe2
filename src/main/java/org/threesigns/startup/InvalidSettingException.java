package org.threesigns.startup;

/** A setting that the host gave is none to start with, such as a secret that is too weak. */
public class InvalidSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String mend;

    public InvalidSettingException(String whatIsWrong, String mend) {
        super(whatIsWrong);
        this.mend = mend;
    }

    public String mend() {
        return mend;
    }
}
