package org.threesigns.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which folders and content files there are below a folder, and when each file was saved. Equal as long as nothing changes.
 *
 * <p>The folder is looked at whenever somebody asks, because notices of the operating system come late, or not at all, from what
 * is mounted.
 */
record FolderState(Map<Path, Saved> files) {

    /** Temporary files of an editor are of no interest. */
    private static final String CONTENT = ".*\\.ya?ml";

    private static final Saved FOLDER = new Saved(FileTime.fromMillis(0), 0);

    /** When a file was saved, and its length. */
    record Saved(FileTime time, long size) {}

    FolderState {
        files = Map.copyOf(files);
    }

    /** What is there now. What cannot be read counts as not there. */
    static FolderState of(Path folder) {
        var found = new HashMap<Path, Saved>();
        try {
            Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Visitor(found));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the visitor goes on at every failure
        }
        return new FolderState(found);
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {

        private final Map<Path, Saved> found;

        Visitor(Map<Path, Saved> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (!found.isEmpty() && String.valueOf(folder.getFileName()).startsWith(".")) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            found.put(folder, FOLDER);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (String.valueOf(file.getFileName()).matches(CONTENT)) {
                found.put(file, new Saved(attributes.lastModifiedTime(), attributes.size()));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
