package org.threesigns.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.SYNC;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far the database file had come at some moment, kept beside it. It lags behind the file, and is never ahead of what a power
 * cut leaves of it.
 */
class ProgressMark {

    static final String FILE = "three-signs.mark";

    private static final Pattern WRITTEN = Pattern.compile("created (\\d{19}), version (\\d{19})\n");

    private final Path path;

    ProgressMark(Path folder) {
        this.path = folder.resolve(FILE);
    }

    Path path() {
        return path;
    }

    /** Empty if there is none, or none that can be read. */
    Optional<FileProgress> read() {
        try {
            Matcher line = WRITTEN.matcher(Files.readString(path, US_ASCII));
            return line.matches()
                    ? Optional.of(new FileProgress(Long.parseLong(line.group(1)), Long.parseLong(line.group(2))))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Replaces what was there, and returns once the disk has it.
     *
     * @param progress what a power cut would leave
     */
    void write(FileProgress progress) throws IOException {
        // Always of one length, so that it replaces the one before in a single write: a kill leaves either.
        String line =
                String.format(Locale.ROOT, "created %019d, version %019d\n", progress.created(), progress.version());
        Files.write(path, line.getBytes(US_ASCII), CREATE, WRITE, SYNC);
    }
}
