package org.threesigns.operations;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.instrument.Instrument;
import org.threesigns.publication.ResultImporter;

/**
 * Imports responses from a CSV file, which this application or another system has exported. A row that is refused is reported,
 * and the others are imported. An import that was cut off goes on where it stopped; a finished file is refused.
 */
@Component
class ResponseImport {

    private static final int AT_ONCE = 1000;

    private final ResultImporter importer;
    private final ImportedFileRepository files;
    private final Clock clock;

    ResponseImport(ResultImporter importer, ImportedFileRepository files, Clock clock) {
        this.importer = importer;
        this.files = files;
        this.clock = clock;
    }

    /**
     * The outcome of an import.
     *
     * @param resumedAfter the last line of the import that was cut off; 0 for a new file
     */
    record Report(int taken, int refused, int resumedAfter) {}

    /**
     * Imports a file.
     *
     * @param language of rows that name none
     * @param problems gets the number of each refused line, and why
     * @throws ImportRefusedException if nothing of the file was imported
     */
    Report load(Path file, Instrument instrument, String language, BiConsumer<Integer, String> problems)
            throws IOException {
        byte[] sha256 = sha256(file);
        try (InputStream in = Files.newInputStream(file)) {
            var lines = new ImportLines(in);
            byte[] header = lines.next();
            if (header == null) {
                throw new ImportRefusedException("line 1: the file is empty");
            }
            var columns = columns(instrument, language, header);
            var imported = files.findById(sha256).orElseGet(() -> files.save(new ImportedFile(sha256)));
            if (imported.finished()) {
                throw new ImportRefusedException("this file was imported before");
            }
            return new Run(lines, columns, imported, problems).load();
        }
    }

    private static ImportColumns columns(Instrument instrument, String language, byte[] header) {
        try {
            return new ImportColumns(instrument, language, ImportLines.cells(header));
        } catch (ImportRefusedException e) {
            throw new ImportRefusedException("line 1: " + e.getMessage());
        }
    }

    private static byte[] sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var some = new byte[1 << 16];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                digest.update(some, 0, read);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The import of one file. */
    private final class Run {

        private final ImportLines lines;
        private final ImportColumns columns;
        private final ImportedFile file;
        private final int resumedAfter;
        private final BiConsumer<Integer, String> problems;
        private final YearMonth now = YearMonth.now(clock);
        private final List<CompletedAssessment> waiting = new ArrayList<>();
        private int taken;
        private int refused;

        Run(ImportLines lines, ImportColumns columns, ImportedFile file, BiConsumer<Integer, String> problems) {
            this.lines = lines;
            this.columns = columns;
            this.file = file;
            this.resumedAfter = file.linesDone();
            this.problems = problems;
        }

        Report load() throws IOException {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                if (lines.number() > resumedAfter) {
                    take(line);
                }
                if (waiting.size() == AT_ONCE) {
                    store();
                }
            }
            store();
            file.finish();
            files.save(file);
            return new Report(taken, refused, resumedAfter);
        }

        private void take(byte[] line) {
            try {
                List<String> cells = ImportLines.cells(line);
                if (!cells.equals(List.of(""))) {
                    waiting.add(columns.result(cells, now));
                }
            } catch (ImportRefusedException e) {
                refused++;
                problems.accept(lines.number(), e.getMessage());
            }
        }

        private void store() {
            file.advanceTo(lines.number());
            importer.importResults(waiting, () -> files.save(file));
            taken += waiting.size();
            waiting.clear();
        }
    }
}
