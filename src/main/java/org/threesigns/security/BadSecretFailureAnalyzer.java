package org.threesigns.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with a given secret, and the mend, instead of a stack trace. */
class BadSecretFailureAnalyzer extends AbstractFailureAnalyzer<BadSecretException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BadSecretException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.mend(), cause);
    }
}
