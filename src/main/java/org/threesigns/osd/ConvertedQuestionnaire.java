package org.threesigns.osd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;

/**
 * A questionnaire as files of our own.
 *
 * @param id its folder
 * @param files their contents by name
 * @param leftOut what is not in them, in words
 */
record ConvertedQuestionnaire(String id, Map<String, String> files, List<String> leftOut) {

    ConvertedQuestionnaire {
        files = Map.copyOf(files);
        leftOut = List.copyOf(leftOut);
    }

    /** Reads the files as a start would, from a folder that is gone afterwards. */
    Instrument read() throws IOException {
        Path draft = Files.createTempDirectory("convert");
        try {
            return InstrumentCatalog.readOne(writeTo(draft));
        } finally {
            FileSystemUtils.deleteRecursively(draft);
        }
    }

    /**
     * Writes the files.
     *
     * @return the folder of the version that they are in
     */
    Path writeTo(Path instruments) throws IOException {
        Path folder = Files.createDirectories(instruments.resolve(id).resolve("1"));
        for (var content : files.entrySet()) {
            Files.writeString(folder.resolve(content.getKey()), content.getValue());
        }
        return folder;
    }
}
