package org.threesigns.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Rewrites the embedded file without deleted data, so that it gets smaller and the data is really gone. This closes the
 * database, so it is for a process that does nothing else.
 */
@Service
public class Compaction {

    private final DatabaseEngine engine;
    private final Path file;

    Compaction(DatabaseEngine engine, StorageProperties properties) {
        this.engine = engine;
        this.file = properties.data().resolve(DataFolder.FILE);
    }

    /** The size of the file before and after, in bytes. */
    public record Sizes(long before, long after) {}

    /** Compacts the file and closes it; does nothing and returns empty if the data is not in an embedded file. */
    public Optional<Sizes> compact() {
        if (!engine.embedded() || !Files.exists(file)) {
            return Optional.empty();
        }
        long before = size();
        engine.compactAndShutDown();
        return Optional.of(new Sizes(before, size()));
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
