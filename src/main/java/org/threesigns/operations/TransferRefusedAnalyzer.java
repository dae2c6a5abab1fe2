package org.threesigns.operations;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do where a transfer was refused. */
class TransferRefusedAnalyzer extends AbstractFailureAnalyzer<TransferRefusedException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, TransferRefusedException cause) {
        return new FailureAnalysis("Nothing was moved. " + cause.getMessage(), cause.mend(), cause);
    }
}
