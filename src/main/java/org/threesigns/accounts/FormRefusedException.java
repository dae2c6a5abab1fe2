package org.threesigns.accounts;

import org.jspecify.annotations.Nullable;

/** What a form asked for was not done, and nothing else changed. */
class FormRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FormProblem problem;

    FormRefusedException(FormProblem problem) {
        this(problem, null);
    }

    FormRefusedException(FormProblem problem, @Nullable Throwable cause) {
        super("Refused: " + problem, cause);
        this.problem = problem;
    }

    FormProblem problem() {
        return problem;
    }
}
