package org.threesigns.operations;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.threesigns.startup.ExitCode;
import org.threesigns.storage.Compaction;

/** Compacts the embedded database file, so that deleted data is no longer in it. */
@Component
class CompactCommand implements OperatorCommand {

    private static final Logger log = LoggerFactory.getLogger(CompactCommand.class);
    private static final int BYTES_IN_A_KILOBYTE = 1024;

    private final Compaction compaction;

    CompactCommand(Compaction compaction) {
        this.compaction = compaction;
    }

    @Override
    public String name() {
        return "compact";
    }

    @Override
    public ExitCode run() {
        var sizes = compaction.compact();
        sizes.ifPresentOrElse(
                file -> log.info(
                        "Compacted the database file: {} kB before, {} kB after. What was deleted is no longer in it.",
                        file.before() / BYTES_IN_A_KILOBYTE,
                        file.after() / BYTES_IN_A_KILOBYTE),
                () -> log.error("There is no embedded database file here. A PostgreSQL server has VACUUM for this."));
        return sizes.isPresent() ? ExitCode.DONE : ExitCode.REFUSED;
    }
}
