package org.threesigns.instrument;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/** All instruments at all versions that were found at startup, on the class path and in the host's folder. */
public final class InstrumentCatalog {

    private final Map<String, TreeMap<Integer, Instrument>> versions = new HashMap<>();
    private final Map<Instrument, Map<String, Resource>> files;
    private final Instrument main;

    /**
     * @param files every instrument with the other files of its folder, by file name
     * @param mainId the instrument that the site is about
     * @throws BrokenContentException if there is no such instrument
     */
    InstrumentCatalog(Map<Instrument, Map<String, Resource>> files, String mainId) {
        this.files = Map.copyOf(files);
        for (var instrument : files.keySet()) {
            versions.computeIfAbsent(instrument.id(), id -> new TreeMap<>()).put(instrument.version(), instrument);
        }
        this.main = latest(mainId)
                .orElseThrow(() -> new BrokenContentException(
                        "three-signs.instrument",
                        "There is no instrument '%s'.".formatted(mainId),
                        "Correct the property to one of: %s."
                                .formatted(String.join(
                                        ", ",
                                        versions.keySet().stream().sorted().toList()))));
    }

    /**
     * Reads the instruments on the class path and in this folder.
     *
     * @param hostFolder the host's own folder; null where there is none
     * @throws BrokenContentException if a file cannot be used
     */
    public static InstrumentCatalog read(@Nullable Path hostFolder, String mainId) throws IOException {
        return new InstrumentFolders(hostFolder).catalog(mainId);
    }

    /** The instrument that the site is about, at its latest version. */
    public Instrument main() {
        return main;
    }

    public Optional<Instrument> latest(String id) {
        return Optional.ofNullable(versions.get(id))
                .map(byVersion -> byVersion.lastEntry().getValue());
    }

    public Optional<Instrument> find(String id, int version) {
        return Optional.ofNullable(versions.get(id)).map(byVersion -> byVersion.get(version));
    }

    /** Every instrument at every version, ordered by key and version. */
    public List<Instrument> all() {
        var all = new ArrayList<>(files.keySet());
        all.sort(comparing(Instrument::id).thenComparing(Instrument::version));
        return all;
    }

    /** Another file of the instrument's folder, such as its guidance in one language. */
    public Optional<ContentNode> file(Instrument instrument, String name) {
        return Optional.ofNullable(files.get(instrument))
                .map(byName -> byName.get(name))
                .map(ContentNode::read);
    }
}
