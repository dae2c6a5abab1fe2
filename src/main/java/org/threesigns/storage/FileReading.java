package org.threesigns.storage;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;

/**
 * What H2 finds in a file that nobody has open.
 *
 * @param progress that of the last state which is whole
 * @param closedAt the version of the state with which it was closed; empty if a kill or a power cut left it
 * @param complete whether everything in that state lies within the file; H2 looks at its latest parts only if it was closed in
 *     order
 */
record FileReading(FileProgress progress, OptionalLong closedAt, boolean complete) {

    /** H2 calls a part a chunk, and lists where each begins and ends, in blocks. */
    private static final String PART = "chunk.";

    private static final long BLOCK = 4096;

    /** Changes nothing; empty if H2 cannot open the file, which it says by itself when it tries. */
    static Optional<FileReading> of(Path file) {
        try (MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .readOnly()
                .autoCommitDisabled()
                .open()) {
            return Optional.of(of(store.getFileStore()));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static FileReading of(FileStore<?> store) {
        FileProgress progress = FileProgress.of(store);
        Map<String, Object> header = store.getStoreHeader();
        return new FileReading(
                progress,
                header.containsKey("clean")
                        ? OptionalLong.of(DataUtils.readHexLong(header, "version", 0))
                        : OptionalLong.empty(),
                store.getLayoutMap().entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(PART))
                        .map(entry -> DataUtils.parseMap(entry.getValue()))
                        .filter(part -> !"0".equals(part.get("livePages")))
                        .allMatch(part -> end(part) <= store.size()));
    }

    private static long end(Map<String, String> part) {
        return BLOCK * (DataUtils.readHexLong(part, "block", 0) + DataUtils.readHexLong(part, "len", 0));
    }

    /** Whether it was closed with this state, and has all of it. */
    boolean isClosedInOrder() {
        return complete && isAtItsClosing();
    }

    /**
     * Whether states that came later are missing. A backup of a file that was closed in order is whole by itself, whatever the
     * mark of a later day says. Where the state is missing with which it was closed, a mark decides, because a power cut in the
     * middle of closing leaves that, too. A later state than that is there if the first write after opening was interrupted.
     *
     * @param mark how far a file had come here
     */
    boolean hasLostItsEnd(Optional<FileProgress> mark) {
        if (isAtItsClosing()) {
            return !complete;
        }
        return mark.filter(progress::isOfTheSameFileAs)
                .map(marked -> progress.version() < marked.version())
                .orElse(progress.version() < closedAt.orElse(0));
    }

    private boolean isAtItsClosing() {
        return closedAt.orElse(0) == progress.version();
    }
}
