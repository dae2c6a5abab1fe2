package org.threesigns.startup;

/**
 * Startup cannot go on, for a reason that the host can remove: a wrong setting, a broken file, a database of another
 * version. The host reads both sentences, and no stack trace.
 */
public class StartupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * @param problem what is wrong and where, as a sentence
     * @param remedy what to do about it, as a sentence
     */
    public StartupException(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
