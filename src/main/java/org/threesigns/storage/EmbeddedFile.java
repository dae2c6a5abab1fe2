package org.threesigns.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.threesigns.startup.StartupException;

/**
 * The file of the embedded database, before it is opened. H2 opens one that has lost its end at the last state that is whole,
 * without a word about the results that are gone; this refuses it.
 */
public class EmbeddedFile {

    private final Path file;
    private final ProgressMark mark;

    /** @param folder a {@code three-signs.data} with such a file in it */
    public EmbeddedFile(Path folder) {
        this.file = folder.resolve(DataFolder.FILE);
        this.mark = new ProgressMark(folder);
    }

    /**
     * Changes nothing.
     *
     * @throws StartupException if it has lost its end
     */
    public void requireWhole() {
        FileReading.of(file).ifPresent(this::requireWhole);
    }

    /**
     * Lets the mark begin from what is there, which may be an older copy that was put back.
     *
     * @throws StartupException if it has lost its end
     */
    void requireWholeAndMark() {
        Optional<FileReading> found = FileReading.of(file);
        found.ifPresent(this::requireWhole);
        found.map(FileReading::progress).ifPresent(this::mark);
    }

    private void requireWhole(FileReading found) {
        if (found.hasLostItsEnd(mark.read())) {
            String lost = found.progress().version() == 0 ? "its content" : "its end, and the last results with it";
            throw new StartupException(
                    "The database file has lost %s: %s".formatted(lost, file),
                    "Restore it from a backup: delete %s, then copy the backup there.".formatted(mark.path()));
        }
    }

    private void mark(FileProgress progress) {
        try (FileChannel content = FileChannel.open(file, StandardOpenOption.WRITE)) {
            content.force(true); // after a kill, only memory may have it yet
            mark.write(progress);
        } catch (IOException e) {
            throw new StartupException(
                    "%s, or the mark beside it, cannot be written: %s".formatted(file, e.getMessage()),
                    "Let this user write there, or make room on the disk.");
        }
    }
}
