package org.threesigns.instrument;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Finds the folders of instruments, {@code <id>/<version>/}, and reads each into an {@link Instrument}. */
class InstrumentFolders {

    private static final String STRUCTURE = "instrument.yaml";
    private static final String LANGUAGE_FILE = InstrumentReader.LANGUAGE + "\\.yaml";

    /** Container platforms keep copies in hidden folders beside what they mount. */
    private static final String HIDDEN = ".*/(\\.[^/]*/[^/]*|[^/]*/\\.[^/]*)/" + STRUCTURE;

    private final ResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
    private final List<String> roots = new ArrayList<>(List.of("classpath*:instruments/"));

    /** @param hostFolder the host's own folder beside those on the class path */
    InstrumentFolders(@Nullable Path hostFolder) throws IOException {
        if (hostFolder != null) {
            Path folder = hostFolder.toAbsolutePath().normalize();
            if (!Files.isDirectory(folder)) {
                throw new BrokenContentException(
                        folder.toString(),
                        "There is no such folder.",
                        "Make it, or correct the property 'three-signs.instruments'.");
            }
            new UnreadFileCheck(folder).refuse();
            roots.add(folder.toUri().toString());
        }
    }

    /**
     * Reads them all.
     *
     * @param listedIds those that the start page lists; none: only the main one
     */
    InstrumentCatalog catalog(String mainId, List<String> listedIds) throws IOException {
        var files = new HashMap<Instrument, Map<String, Resource>>();
        var known = new HashMap<String, ContentNode>();
        for (String root : roots) {
            for (Resource structure : structuresBelow(root)) {
                var folder = filesBeside(structure);
                ContentNode node = ContentNode.read(structure);
                Instrument instrument = read(node, structure, folder);
                requireNoOther(instrument, node, known.put(instrument.id() + " " + instrument.version(), node));
                files.put(instrument, folder);
            }
        }
        return new InstrumentCatalog(files, mainId, listedIds);
    }

    private List<Resource> structuresBelow(String root) throws IOException {
        var structures = new ArrayList<Resource>();
        for (Resource structure : resolver.getResources(root + "*/*/" + STRUCTURE)) {
            if (!structure.getURL().toString().matches(HIDDEN)) {
                structures.add(structure);
            }
        }
        return structures;
    }

    private static void requireNoOther(Instrument instrument, ContentNode node, @Nullable ContentNode earlier) {
        if (earlier != null) {
            throw node.problem(
                    "There is already an instrument '%s' at version %s, in %s."
                            .formatted(instrument.id(), instrument.version(), earlier.file()),
                    "Give one of them another id or version.");
        }
    }

    private Map<String, Resource> filesBeside(Resource structure) throws IOException {
        String address = structure.getURL().toString();
        String folder = address.substring(0, address.length() - STRUCTURE.length());
        return Arrays.stream(resolver.getResources(folder + "*.yaml"))
                .collect(toMap(
                        file -> Optional.ofNullable(file.getFilename()).orElseThrow(),
                        file -> file,
                        (first, second) -> first,
                        TreeMap::new));
    }

    private static Instrument read(ContentNode node, Resource structure, Map<String, Resource> folder)
            throws IOException {
        Instrument instrument = new InstrumentReader(node).read();
        requireMatchingFolder(node, structure, instrument);
        var reader = new InstrumentTextReader(instrument);
        var texts = new HashMap<String, InstrumentText>();
        folder.forEach((name, file) -> {
            if (name.matches(LANGUAGE_FILE)) {
                String language = name.substring(0, name.length() - ".yaml".length());
                texts.put(language, reader.read(ContentNode.read(file), language));
            }
        });
        if (!texts.containsKey(instrument.defaultLanguage())) {
            throw node.get("default-language")
                    .problem(
                            "The words in '%s' are missing.".formatted(instrument.defaultLanguage()),
                            "Write '%s.yaml' beside this file.".formatted(instrument.defaultLanguage()));
        }
        return instrument.withTexts(texts);
    }

    private static void requireMatchingFolder(ContentNode node, Resource structure, Instrument instrument)
            throws IOException {
        String expected = "/%s/%s/%s".formatted(instrument.id(), instrument.version(), STRUCTURE);
        if (!structure.getURL().toString().endsWith(expected)) {
            throw node.get("id")
                    .problem(
                            "The folder does not say '%s/%s'.".formatted(instrument.id(), instrument.version()),
                            "Let the folders above this file be the instrument's id and its version.");
        }
    }
}
