package org.threesigns.accounts;

/** An account was not added or changed, and nothing else was. */
class AccountRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final AccountProblem problem;

    AccountRefusedException(AccountProblem problem) {
        super("The account was not changed: " + problem);
        this.problem = problem;
    }

    public AccountProblem problem() {
        return problem;
    }
}
