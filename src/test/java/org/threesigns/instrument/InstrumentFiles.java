package org.threesigns.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The files of one small instrument, to be changed and written to a folder as an author would. Immutable. */
final class InstrumentFiles {

    static final String STRUCTURE = "instrument.yaml";
    static final String WORDS = "en.yaml";

    private static final Path TINY = Path.of("src/test/resources/authoring/tiny/1");

    private static final InstrumentCatalog BUILT_IN = builtIn();

    private static InstrumentCatalog builtIn() {
        try {
            return InstrumentCatalog.builtIn();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final Map<String, String> files;

    private InstrumentFiles(Map<String, String> files) {
        this.files = files;
    }

    /** A valid instrument named tiny, in English. */
    static InstrumentFiles tiny() {
        var files = new TreeMap<String, String>();
        for (String name : List.of(STRUCTURE, WORDS)) {
            files.put(name, read(TINY, name));
        }
        return new InstrumentFiles(files);
    }

    static String read(Path version, String name) {
        try {
            return Files.readString(version.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With another text in the place of this one, which has to be there exactly once. */
    InstrumentFiles with(String file, String original, String replacement) {
        assertThat(text(file)).containsOnlyOnce(original);
        return withFile(file, text(file).replace(original, replacement));
    }

    InstrumentFiles withFile(String file, String text) {
        var changed = new TreeMap<>(files);
        changed.put(file, text);
        return new InstrumentFiles(changed);
    }

    InstrumentFiles without(String file) {
        var changed = new TreeMap<>(files);
        changed.remove(file);
        return new InstrumentFiles(changed);
    }

    String text(String file) {
        return Objects.requireNonNull(files.get(file), file);
    }

    /** From this text to just before that one. */
    String between(String file, String from, String to) {
        return text(file).substring(text(file).indexOf(from), text(file).indexOf(to));
    }

    /** Writes them where the catalogue looks for them. */
    InstrumentFiles writeTo(Path instruments) {
        return writeTo(instruments, "tiny/1");
    }

    InstrumentFiles writeTo(Path instruments, String folder) {
        try {
            Path home = Files.createDirectories(instruments.resolve(folder));
            for (var file : files.entrySet()) {
                Files.writeString(home.resolve(file.getKey()), file.getValue());
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the catalogue makes of them. */
    Instrument readFrom(Path instruments) {
        writeTo(instruments);
        try {
            DraftInstruments draft = DraftInstruments.read(instruments, BUILT_IN);
            draft.problems().stream().findFirst().ifPresent(problem -> {
                throw problem;
            });
            return draft.catalog().main();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
