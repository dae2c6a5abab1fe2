package org.threesigns.instrument;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The instruments of a folder while somebody writes them.
 *
 * @param catalog those that can be read, and the built-in ones; the site is about those of the folder. Where there are
 *     problems, words can be missing
 * @param own those of the folder, ordered by key and version
 * @param problems everything that is wrong
 */
public record DraftInstruments(InstrumentCatalog catalog, List<Instrument> own, List<BrokenContentException> problems) {

    public DraftInstruments {
        own = List.copyOf(own);
        problems = List.copyOf(problems);
    }

    /**
     * Reads this folder.
     *
     * @throws IOException if it changes while it is read, or is closed to this user
     */
    public static DraftInstruments read(Path folder, InstrumentCatalog builtIn) throws IOException {
        return new InstrumentFolders(folder).draft(builtIn);
    }
}
