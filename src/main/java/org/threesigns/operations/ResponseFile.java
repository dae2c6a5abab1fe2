package org.threesigns.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.threesigns.storage.Sha256;

/** A CSV file in UTF-8, with commas, semicolons or tabs. It is read as often as needed, and never held in memory. */
final class ResponseFile {

    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final int MOST_COLUMNS = 2_000;
    private static final int LONGEST_CELL = 100_000;
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** What stands for bytes that are not UTF-8. */
    private static final String REPLACEMENT = "\uFFFD";

    private final Path path;
    private final char separator;

    /** @throws ImportRefusedException if it can't be a CSV file */
    ResponseFile(Path path) throws IOException {
        ImportFileCheck.require(path);
        this.path = path;
        this.separator = mostFrequentSeparator();
    }

    /**
     * Passes on every record but empty lines, the header first.
     *
     * @return the SHA-256 of what was read
     * @throws ImportRefusedException if it is not CSV or not UTF-8
     */
    byte[] forEach(Consumer<CsvRecord> reader) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = withoutMark(new DigestInputStream(Files.newInputStream(path), digest));
                var records = csv(separator, in)) {
            records.forEach(reader);
        } catch (CsvParseException e) {
            throw new ImportRefusedException(words(e));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw notUtf8();
            }
            throw e.getCause();
        }
        return digest.digest();
    }

    private static CsvReader<CsvRecord> csv(char separator, InputStream in) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE) // the columns count them
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(MOST_COLUMNS)
                                .maxFieldSize(LONGEST_CELL)
                                .build(),
                        new InputStreamReader(in, UTF_8.newDecoder()));
    }

    /** The file after its byte order mark. */
    private static InputStream withoutMark(InputStream file) throws IOException {
        var in = new BufferedInputStream(file);
        in.mark(MARK.length);
        if (!Arrays.equals(in.readNBytes(MARK.length), MARK)) {
            in.reset();
        }
        return in;
    }

    /** The one with which the header has the most columns. */
    private char mostFrequentSeparator() throws IOException {
        char best = SEPARATORS[0];
        int most = 0;
        for (char each : SEPARATORS) {
            int columns = columns(each);
            if (columns > most) {
                best = each;
                most = columns;
            }
        }
        return best;
    }

    private int columns(char each) throws IOException {
        try (InputStream in = withoutMark(Files.newInputStream(path));
                Stream<CsvRecord> records = csv(each, in).stream()) {
            return records.findFirst().map(CsvRecord::getFieldCount).orElse(0);
        } catch (CsvParseException | UncheckedIOException e) {
            return 0; // the rows that follow say why
        }
    }

    private static String words(CsvParseException failure) {
        String message = String.valueOf(failure.getMessage());
        String line = LINE.matcher(message)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElse("line 1");
        if (message.contains("limit of " + MOST_COLUMNS)) {
            return "%s: more than %s columns".formatted(line, MOST_COLUMNS);
        }
        return message.contains("max")
                ? "%s: a cell of more than %s characters; is a quotation mark not closed?".formatted(line, LONGEST_CELL)
                : "%s: a quotation mark that is not closed, or has text behind it".formatted(line);
    }

    private ImportRefusedException notUtf8() throws IOException {
        try (var text = new BufferedReader(new InputStreamReader(Files.newInputStream(path), UTF_8))) {
            int line = 1;
            for (String each = text.readLine(); each != null && !each.contains(REPLACEMENT); each = text.readLine()) {
                line++;
            }
            return new ImportRefusedException("line %s: not UTF-8; save the table as CSV in UTF-8".formatted(line));
        }
    }
}
