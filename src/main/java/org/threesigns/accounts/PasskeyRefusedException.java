package org.threesigns.accounts;

/** A passkey was not added, not removed or not taken as proof, and nothing else changed. */
class PasskeyRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final PasskeyProblem problem;

    PasskeyRefusedException(PasskeyProblem problem) {
        super("The passkey was refused: " + problem);
        this.problem = problem;
    }

    PasskeyRefusedException(PasskeyProblem problem, Throwable cause) {
        super("The passkey was refused: " + problem, cause);
        this.problem = problem;
    }

    public PasskeyProblem problem() {
        return problem;
    }
}
