package org.threesigns.operations;

import org.threesigns.startup.ExitCode;

/** A command that the operator starts the application for: {@code --three-signs.command=name}. */
interface OperatorCommand {

    /** The name by which it is called. */
    String name();

    /** Runs the command and logs its outcome. */
    ExitCode run();

    /** What it does, and how far it is; asked by another thread while it runs. */
    default String progress() {
        return name();
    }
}
