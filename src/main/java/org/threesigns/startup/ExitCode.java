package org.threesigns.startup;

/** How a command ends, for the script that started it. */
public enum ExitCode {
    /** Done, or nothing was left to do. */
    DONE(0),
    /** Something went wrong that the command did not expect, such as a database that is away; or the application did not start. */
    TROUBLE(1),
    /** What the command was given cannot be used. Nothing was changed. */
    REFUSED(2),
    /** The file was imported before. Nothing was changed. */
    IMPORTED_BEFORE(3),
    /** Another import is running. Nothing was changed. */
    IMPORT_RUNNING(4);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
