package org.threesigns.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.threesigns.accounts.AuditEvent;
import org.threesigns.accounts.AuditLog;
import org.threesigns.assessment.BulkResults;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.assessment.InstrumentVersion;
import org.threesigns.instrument.Instrument;
import org.threesigns.publication.ImportPlan;
import org.threesigns.publication.ResultImporter;
import org.threesigns.startup.ExitCode;
import org.threesigns.storage.DurableCommit;

/**
 * Imports responses from a CSV file, which this application or another system has exported: the whole file, or nothing of it.
 * The file is read twice, to check it and to store it, in one transaction that keeps other imports out.
 */
@Component
class ResponseImport {

    private final ResultImporter importer;
    private final BulkResults stored;
    private final ImportedFileRepository files;
    private final ImportLock lock;
    private final DurableCommit commit;

    private final AuditLog audit;
    private final Clock clock;
    private final AtomicInteger done = new AtomicInteger();

    ResponseImport(
            ResultImporter importer,
            BulkResults stored,
            ImportedFileRepository files,
            ImportLock lock,
            DurableCommit commit,
            AuditLog audit,
            Clock clock) {
        this.importer = importer;
        this.stored = stored;
        this.files = files;
        this.lock = lock;
        this.commit = commit;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What to import, and how.
     *
     * @param language of rows that name none
     * @param skipRefused whether refused rows are left out; otherwise one of them stops the import
     * @param dryRun whether nothing is stored
     */
    record Order(Path path, Instrument instrument, String language, boolean skipRefused, boolean dryRun) {

        private ImportPass reading(YearMonth now, Consumer<CompletedAssessment> results) {
            return new ImportPass(instrument, language, now, results);
        }
    }

    /**
     * What was found and done.
     *
     * @param plan of all rows that hold a result
     * @param overlap how many of them equal a stored result
     * @param number of the import; empty if nothing was stored
     */
    record Report(ImportPlan plan, ImportPass reading, int overlap, Optional<Long> number) {

        boolean acceptable(boolean skipRefused) {
            return plan.results() > 0 && (skipRefused || reading.refused() == 0);
        }
    }

    /** @throws ImportRefusedException if nothing was stored, for a reason that is not a single row's */
    Report load(Order order) throws IOException {
        lock.prepare();
        try {
            return loadAgainstOthers(order);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Report loadAgainstOthers(Order order) {
        try {
            return loadAtOnce(order);
        } catch (DuplicateKeyException e) {
            // The site was the first to count in one of the months; now there is a cell to add to.
            return loadAtOnce(order);
        }
    }

    /** How many rows were stored so far; 0 while the file is checked. */
    int done() {
        return done.get();
    }

    private Report loadAtOnce(Order order) {
        done.set(0);
        return commit.durably(() -> {
            lock.take();
            try {
                return checkAndStore(order, new ResponseFile(order.path()), YearMonth.now(clock));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Report checkAndStore(Order order, ResponseFile file, YearMonth now) throws IOException {
        var plan = new ImportPlan();
        var overlap = new ImportOverlap();
        var reading = order.reading(now, result -> {
            plan.add(result);
            overlap.add(result);
        });
        byte[] sha256 = file.forEach(reading);
        Instrument instrument = order.instrument();
        requireNew(sha256, instrument);
        reading.requireRows();
        stored.forEach(InstrumentVersion.of(instrument), overlap::compare);
        var report = new Report(plan, reading, overlap.found(), Optional.empty());
        if (order.dryRun() || !report.acceptable(order.skipRefused())) {
            return report;
        }
        ImportedFile imported = files.save(new ImportedFile(sha256, instrument, plan.results(), LocalDate.now(clock)));
        importer.importResults(plan, imported.number(), results -> readAgain(order, file, now, sha256, results));
        audit.record(AuditEvent.RESPONSES_IMPORTED, null, imported.description());
        return new Report(plan, reading, overlap.found(), Optional.of(imported.number()));
    }

    private void requireNew(byte[] sha256, Instrument instrument) {
        files.findEarlier(sha256, instrument.id(), instrument.version()).stream()
                .findFirst()
                .ifPresent(earlier -> {
                    throw new ImportRefusedException(
                            "this file was imported before (%s)".formatted(earlier.description()),
                            ExitCode.IMPORTED_BEFORE);
                });
    }

    private void readAgain(
            Order order, ResponseFile file, YearMonth now, byte[] sha256, Consumer<CompletedAssessment> results) {
        try {
            byte[] again = file.forEach(order.reading(now, result -> {
                results.accept(result);
                done.incrementAndGet();
            }));
            if (!Arrays.equals(sha256, again)) {
                throw changed();
            }
        } catch (ImportRefusedException e) {
            throw changed();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ImportRefusedException changed() {
        return new ImportRefusedException("the file changed while it was read");
    }
}
