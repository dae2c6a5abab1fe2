package org.threesigns.assessment;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains which instrument does not fit the stored results, instead of a stack trace. */
class UnreadableResultsAnalyzer extends AbstractFailureAnalyzer<UnreadableResultsException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnreadableResultsException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
