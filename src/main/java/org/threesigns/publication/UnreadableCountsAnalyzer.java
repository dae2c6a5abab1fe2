package org.threesigns.publication;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.threesigns.statistics.UnreadableCountsException;

/** Says what to do about counts that cannot be read, instead of printing a stack trace. */
class UnreadableCountsAnalyzer extends AbstractFailureAnalyzer<UnreadableCountsException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnreadableCountsException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.mend(), cause);
    }
}
