package org.threesigns.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.threesigns.startup.StartupException;

/**
 * Rewrites the embedded file without deleted data, so that it gets smaller and the data is really gone. This closes the
 * database, so it is for a process that does nothing else.
 */
@Service
public class Compaction {

    private static final int BYTES_IN_A_KILOBYTE = 1024;

    private final DatabaseEngine engine;

    Compaction(DatabaseEngine engine) {
        this.engine = engine;
    }

    /** The size of the file before and after, in bytes. */
    public record Sizes(long before, long after) {}

    /**
     * Compacts the file and closes it; does nothing and returns empty if the data is not in an embedded file.
     *
     * @throws StartupException if a second file of its size does not fit beside it; nothing is changed then
     */
    public Optional<Sizes> compact() {
        return engine.file().map(this::compact);
    }

    private Sizes compact(Path file) {
        long before = size(file);
        requireRoom(before, file.toFile().getUsableSpace());
        engine.compactAndShutDown();
        return new Sizes(before, size(file));
    }

    /** H2 writes the new file beside the old one. */
    static void requireRoom(long needed, long there) {
        if (there < needed) {
            throw new StartupException(
                    "Compacting needs up to %s kB of room beside the file, and there are %s kB."
                            .formatted(needed / BYTES_IN_A_KILOBYTE, there / BYTES_IN_A_KILOBYTE),
                    "Make room where the file is, then run it again. Nothing was changed.");
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
