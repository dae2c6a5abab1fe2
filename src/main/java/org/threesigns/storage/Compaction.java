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
    private final Path file;

    Compaction(DatabaseEngine engine, StorageProperties properties) {
        this.engine = engine;
        this.file = properties.data().resolve(DataFolder.FILE);
    }

    /** The size of the file before and after, in bytes. */
    public record Sizes(long before, long after) {}

    /**
     * Compacts the file and closes it; does nothing and returns empty if the data is not in an embedded file.
     *
     * @throws StartupException if a second file of its size does not fit beside it; nothing is changed then
     */
    public Optional<Sizes> compact() {
        if (!engine.embedded() || !Files.exists(file)) {
            return Optional.empty();
        }
        long before = size();
        requireRoom(before, file.toFile().getUsableSpace());
        engine.compactAndShutDown();
        return Optional.of(new Sizes(before, size()));
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

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
