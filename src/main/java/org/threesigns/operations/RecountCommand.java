package org.threesigns.operations;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.threesigns.publication.Recount;
import org.threesigns.startup.ExitCode;

/** Counts all published results again, and says whether the counts agreed. */
@Component
class RecountCommand implements OperatorCommand {

    private static final Logger log = LoggerFactory.getLogger(RecountCommand.class);

    private final Recount recount;

    RecountCommand(Recount recount) {
        this.recount = recount;
    }

    @Override
    public String name() {
        return "recount";
    }

    @Override
    public ExitCode run() {
        var report = recount.recount();
        if (report.agreed()) {
            log.info("Counted again: all {} groups of results agree.", report.cells());
        } else {
            log.warn(
                    "Counted again: of {} groups of results, {} did not agree and were corrected.",
                    report.cells(),
                    report.corrected());
        }
        return ExitCode.DONE;
    }
}
