package org.threesigns.operations;

/** A command that the operator starts the application for: {@code --three-signs.command=name}. */
interface OperatorCommand {

    /** The name by which it is called. */
    String name();

    /** Runs the command and logs its outcome. */
    ExitCode run();
}
