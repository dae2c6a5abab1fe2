package org.threesigns.operations;

/** Something that the operator of a site has done without its pages: {@code --three-signs.command=name}. */
interface OperatorCommand {

    /** The name by which it is called. */
    String name();

    /**
     * Does it, and says in the log what came of it.
     *
     * @return whether all went well
     */
    boolean run();
}
