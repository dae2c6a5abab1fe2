package org.threesigns.publication;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.threesigns.statistics.UnreadableCountsException;

/** Explains counts that cannot be read, and what to do, instead of a stack trace. */
class UnreadableCountsAnalyzer extends AbstractFailureAnalyzer<UnreadableCountsException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnreadableCountsException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
