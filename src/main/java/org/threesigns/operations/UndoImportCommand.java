package org.threesigns.operations;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.threesigns.accounts.AuditEvent;
import org.threesigns.accounts.AuditLog;
import org.threesigns.publication.ResultImporter;
import org.threesigns.startup.ExitCode;
import org.threesigns.storage.DurableCommit;

/** Deletes all results of one import and takes them out of the statistics, or lists the imports that there are. */
@Component
class UndoImportCommand implements OperatorCommand {

    private static final Logger log = LoggerFactory.getLogger(UndoImportCommand.class);

    private final ImportedFileRepository files;
    private final ResultImporter importer;
    private final ImportLock lock;
    private final DurableCommit commit;
    private final AuditLog audit;
    private final OperationsProperties.Import options;

    UndoImportCommand(
            ImportedFileRepository files,
            ResultImporter importer,
            ImportLock lock,
            DurableCommit commit,
            AuditLog audit,
            OperationsProperties properties) {
        this.files = files;
        this.importer = importer;
        this.lock = lock;
        this.commit = commit;
        this.audit = audit;
        this.options = properties.imported();
    }

    @Override
    public String name() {
        return "undo-import";
    }

    @Override
    public ExitCode run() {
        Long number = options.number();
        if (number == null) {
            log.error("Say which import: --three-signs.import.number=…");
            list();
            return ExitCode.REFUSED;
        }
        try {
            log.info("Undid import {}: {} results are deleted.", number, undo(number));
            return ExitCode.DONE;
        } catch (ImportRefusedException e) {
            log.error("Nothing was undone: {}", e.getMessage());
            list();
            return e.exitCode();
        }
    }

    /** @throws ImportRefusedException if there is no such import, or it is not known what it brought */
    int undo(long number) {
        lock.prepare();
        return commit.durably(() -> {
            lock.take();
            ImportedFile file = files.findById(number)
                    .filter(ImportedFile::canBeUndone)
                    .orElseThrow(() ->
                            new ImportRefusedException("there is no import %s that can be undone".formatted(number)));
            int deleted = importer.undo(number);
            files.delete(file);
            audit.record(AuditEvent.IMPORT_UNDONE, null, file.description());
            return deleted;
        });
    }

    private void list() {
        List<String> imports = files.findAllByOrderById().stream()
                .map(ImportedFile::description)
                .toList();
        imports.forEach(line -> log.info("There is {}.", line));
        if (imports.isEmpty()) {
            log.info("There is no import.");
        }
    }
}
