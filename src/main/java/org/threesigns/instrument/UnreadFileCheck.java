package org.threesigns.instrument;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Refuses files in the host's folder that look like content but would not be read, so that a mistake does not go
 * unnoticed.
 */
class UnreadFileCheck {

    private static final int ID_VERSION_FILE = 3;
    private static final String LANGUAGE_FILE = InstrumentReader.LANGUAGE + "\\.yaml";
    private static final String BESIDE_WORDS = "(guidance|support)\\.";

    private final Path folder;

    UnreadFileCheck(Path folder) {
        this.folder = folder;
    }

    /** The files of this folder that look like content, by their paths in it. */
    static List<Path> contentIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return all.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .filter(file -> nameOf(file).matches(".*\\.ya?ml"))
                    .filter(file -> !isHidden(file))
                    .sorted()
                    .toList();
        }
    }

    void refuse(List<Path> content) {
        Problems.checkEach(content, this::requireRead);
    }

    private static boolean isHidden(Path file) {
        for (Path part : file) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private void requireRead(Path file) {
        if (file.getNameCount() != ID_VERSION_FILE) {
            throw lost(
                    file,
                    "Instruments are not looked for here.",
                    "Move it to a folder named after the instrument's id and version: "
                            + folder.resolve("<id>").resolve("<version>") + ".");
        }
        if (!nameOf(file).matches("instrument\\.yaml|(" + BESIDE_WORDS + ")?" + LANGUAGE_FILE)) {
            throw lost(
                    file,
                    "Nothing reads a file of this name.",
                    "Name it instrument.yaml, or after its language as in en.yaml, guidance.en.yaml or support.en.yaml.");
        }
        if (Files.notExists(folder.resolve(file).resolveSibling("instrument.yaml"))) {
            throw lost(file, "There is no instrument.yaml beside it.", "Write that file, or remove this one.");
        }
        String words = nameOf(file).replaceFirst("^" + BESIDE_WORDS, "");
        if (Files.notExists(folder.resolve(file).resolveSibling(words))) {
            throw lost(file, "There is no %s beside it.".formatted(words), "Write that file, or remove this one.");
        }
    }

    private BrokenContentException lost(Path file, String problem, String mend) {
        return new BrokenContentException(folder.resolve(file).toString(), problem, mend);
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }
}
