package org.threesigns.instrument;

/** Content that cannot be used: where, what is wrong, and what mends it. Start-up stops with it. */
public final class BrokenContentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String mend;

    /**
     * @param file the file as its author knows it
     * @param line from 1
     * @param problem what is wrong, as a sentence
     * @param mend what to do about it, as a sentence
     */
    public BrokenContentException(String file, int line, String problem, String mend) {
        this("%s, line %d".formatted(file, line), problem, mend);
    }

    /**
     * For what is wrong outside of any file's lines.
     *
     * @param where the folder or the property
     */
    public BrokenContentException(String where, String problem, String mend) {
        super(where + ": " + problem);
        this.mend = mend;
    }

    public String mend() {
        return mend;
    }
}
