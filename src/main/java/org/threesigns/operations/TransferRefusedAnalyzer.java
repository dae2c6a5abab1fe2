package org.threesigns.operations;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains why a transfer was refused, and what to do. */
class TransferRefusedAnalyzer extends AbstractFailureAnalyzer<TransferRefusedException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, TransferRefusedException cause) {
        return new FailureAnalysis("Nothing was moved. " + cause.getMessage(), cause.action(), cause);
    }
}
