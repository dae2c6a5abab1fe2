package org.threesigns.instrument;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with a content file instead of printing a stack trace. */
class BrokenContentFailureAnalyzer extends AbstractFailureAnalyzer<BrokenContentException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BrokenContentException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.mend(), cause);
    }
}
