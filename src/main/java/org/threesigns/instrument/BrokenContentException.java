package org.threesigns.instrument;

import org.threesigns.startup.StartupException;

/** Content that cannot be used: where, what is wrong, and what to do about it. Startup stops with it. */
public final class BrokenContentException extends StartupException {

    private static final long serialVersionUID = 1L;

    /**
     * @param file the file as its author knows it
     * @param line from 1
     * @param problem what is wrong, as a sentence
     * @param remedy what to do about it, as a sentence
     */
    public BrokenContentException(String file, int line, String problem, String remedy) {
        this("%s, line %s".formatted(file, line), problem, remedy);
    }

    /**
     * For what is wrong outside of any file's lines.
     *
     * @param where the folder or the property
     */
    public BrokenContentException(String where, String problem, String remedy) {
        super(where + ": " + problem, remedy);
    }
}
