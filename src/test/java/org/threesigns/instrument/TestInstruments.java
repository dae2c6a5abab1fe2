package org.threesigns.instrument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The instruments that tests speak of. */
public final class TestInstruments {

    private static final InstrumentCatalog CATALOG =
            catalog(Path.of("src/test/resources/reference/instruments"), "three-signs");

    private TestInstruments() {}

    /** The product's own instrument. */
    public static Instrument threeSigns() {
        return CATALOG.main();
    }

    /** The second instrument of the product's own. */
    public static Instrument atEase() {
        return CATALOG.latest("at-ease").orElseThrow();
    }

    /** The simulated instrument of the reference figures. */
    public static Instrument sim24() {
        return CATALOG.latest("sim24").orElseThrow();
    }

    /** Everything on the class path and in this folder. */
    public static InstrumentCatalog catalog(Path folder, String main) {
        try {
            return new InstrumentFolders(folder).catalog(main, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static InstrumentCatalog catalog() {
        return CATALOG;
    }

    /** This instrument, as if it had a single scale, and nothing that leads. */
    public static Instrument withOnly(Instrument whole, Scale scale) {
        return new Instrument(
                whole.id(),
                whole.version(),
                whole.defaultLanguage(),
                whole.licence(),
                whole.source(),
                whole.wordings(),
                whole.responseScales(),
                List.of(scale),
                whole.items(),
                whole.parts(),
                Optional.empty(),
                whole.careless(),
                whole.safety(),
                whole.supportFirst(),
                whole.claims(),
                whole.texts());
    }
}
