package org.threesigns.assessment;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which instrument does not fit the stored results, instead of printing a stack trace. */
class UnreadableResultsAnalyzer extends AbstractFailureAnalyzer<UnreadableResultsException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnreadableResultsException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.mend(), cause);
    }
}
