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
 * Loads responses from a CSV file, as an export of this application or of another system has them. A row that cannot be
 * taken is named and stops nothing else. What was cut off goes on at its line; a file that is done is not taken again.
 */
@Component
class ResponseImport {

    private static final int AT_ONCE = 1000;

    private final ResultImporter takeover;
    private final ImportedFiles files;

    ResponseImport(ResultImporter takeover, ImportedFiles files) {
        this.takeover = takeover;
        this.files = files;
    }

    /**
     * What came of it.
     *
     * @param resumedAfter the line after which this went on; 0 for a file that was new
     */
    record Report(int taken, int refused, int resumedAfter) {}

    /**
     * Loads a file.
     *
     * @param language of rows that do not say
     * @param problems is told the number of each line that cannot be taken, and why
     * @throws ImportProblem if the file cannot be taken at all, and nothing of it was
     */
    Report load(Path file, Instrument instrument, String language, BiConsumer<Integer, String> problems)
            throws IOException {
        byte[] sha256 = sha256(file);
        try (InputStream in = Files.newInputStream(file)) {
            var lines = new ImportLines(in);
            byte[] header = lines.next();
            if (header == null) {
                throw new ImportProblem("line 1: the file is empty");
            }
            var columns = columns(instrument, language, header);
            var progress = files.progress(sha256);
            if (progress.finished()) {
                throw new ImportProblem("this file was imported before");
            }
            return new Run(lines, columns, sha256, progress.linesDone(), problems).load();
        }
    }

    private static ImportColumns columns(Instrument instrument, String language, byte[] header) {
        try {
            return new ImportColumns(instrument, language, ImportLines.cells(header));
        } catch (ImportProblem e) {
            throw new ImportProblem("line 1: " + e.getMessage());
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

    /** One file on its way in. */
    private final class Run {

        private final ImportLines lines;
        private final ImportColumns columns;
        private final byte[] sha256;
        private final int resumedAfter;
        private final BiConsumer<Integer, String> problems;
        private final YearMonth now = YearMonth.now(Clock.systemUTC());
        private final List<CompletedAssessment> waiting = new ArrayList<>();
        private int taken;
        private int refused;

        Run(
                ImportLines lines,
                ImportColumns columns,
                byte[] sha256,
                int resumedAfter,
                BiConsumer<Integer, String> problems) {
            this.lines = lines;
            this.columns = columns;
            this.sha256 = sha256;
            this.resumedAfter = resumedAfter;
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
            files.finish(sha256);
            return new Report(taken, refused, resumedAfter);
        }

        private void take(byte[] line) {
            try {
                List<String> cells = ImportLines.cells(line);
                if (!cells.equals(List.of(""))) {
                    waiting.add(columns.result(cells, now));
                }
            } catch (ImportProblem e) {
                refused++;
                problems.accept(lines.number(), e.getMessage());
            }
        }

        private void store() {
            int done = lines.number();
            takeover.takeOver(waiting, () -> files.advance(sha256, done));
            taken += waiting.size();
            waiting.clear();
        }
    }
}
