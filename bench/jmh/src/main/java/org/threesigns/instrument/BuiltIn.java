package org.threesigns.instrument;

import java.io.IOException;
import java.util.List;

/** What the jar brings along, read as at start. */
public final class BuiltIn {

    private BuiltIn() {}

    /** The built-in instruments; the site is about {@code three-signs}. */
    public static InstrumentCatalog catalog() throws IOException {
        return new InstrumentFolders(null).catalog("three-signs", List.of());
    }
}
