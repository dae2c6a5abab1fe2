package org.threesigns.instrument;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/** All instruments at all versions that were found at startup, on the class path and in the host's folder. */
public class InstrumentCatalog {

    private static final String LISTED = "three-signs.listed";

    private final Map<String, TreeMap<Integer, Instrument>> versions = new HashMap<>();
    private final Map<Instrument, Map<String, Resource>> files;
    private final Instrument main;
    private final List<Instrument> listed;
    private final Map<String, Instrument> withSupport;

    /**
     * @param files every instrument with the other files of its folder, by file name
     * @param mainId the instrument that the site is about
     * @param listedIds those that the start page lists; none: only the main one
     * @throws BrokenContentException if there is no such instrument
     */
    InstrumentCatalog(Map<Instrument, Map<String, Resource>> files, String mainId, List<String> listedIds) {
        this.files = Map.copyOf(files);
        for (var instrument : files.keySet()) {
            versions.computeIfAbsent(instrument.id(), id -> new TreeMap<>()).put(instrument.version(), instrument);
        }
        this.withSupport = all().stream()
                .filter(Instrument::hasSupport)
                .collect(toUnmodifiableMap(Instrument::id, Function.identity(), (earlier, latest) -> latest));
        this.main = require("three-signs.instrument", mainId);
        this.listed = listedIds.isEmpty() ? List.of(main) : list(listedIds);
    }

    private List<Instrument> list(List<String> ids) {
        var listed = new LinkedHashSet<Instrument>();
        for (String id : ids) {
            if (!listed.add(require(LISTED, id))) {
                throw new BrokenContentException(
                        LISTED, "'%s' is there twice.".formatted(id), "Remove one of the two.");
            }
        }
        if (!listed.contains(main)) {
            throw new BrokenContentException(
                    LISTED,
                    "'%s' is missing, which the site is about.".formatted(main.id()),
                    "Add it, or set three-signs.instrument to one of these.");
        }
        return List.copyOf(listed);
    }

    private Instrument require(String property, String id) {
        return latest(id)
                .orElseThrow(() -> new BrokenContentException(
                        property,
                        "There is no instrument '%s'.".formatted(id),
                        "Correct the property to one of: %s."
                                .formatted(String.join(
                                        ", ",
                                        versions.keySet().stream().sorted().toList()))));
    }

    /**
     * The same, if each instrument leads on to one that is there.
     *
     * @throws BrokenContentException otherwise
     */
    InstrumentCatalog complete() {
        Problems.checkEach(
                all(),
                instrument -> Problems.checkEach(new TreeMap<>(instrument.texts()).values(), text -> {
                    if (text.onward().isPresent()
                            && !versions.containsKey(text.onward().get().instrument())) {
                        file(instrument, text.language() + ".yaml").ifPresent(file -> {
                            throw file.get("onward").get("instrument").unknown("instrument", versions.keySet());
                        });
                    }
                }));
        return this;
    }

    /**
     * The same, if each that the start page lists names help where a publication's words for scores can frighten.
     *
     * @throws BrokenContentException otherwise
     */
    InstrumentCatalog fitForThePublic() {
        Problems.checkEach(listed, instrument -> {
            if (!instrument.missingSupport().isEmpty()) {
                throw file(instrument, "instrument.yaml")
                        .orElseThrow()
                        .get("scales")
                        .problem(
                                "It labels scores as a publication does and names no help, so the start page cannot list it.",
                                "Write %s beside this file, or take '%s' out of three-signs.listed and three-signs.instrument."
                                        .formatted(
                                                instrument.missingSupport().stream()
                                                        .map("'%s'"::formatted)
                                                        .collect(joining(" and ")),
                                                instrument.id()));
            }
        });
        return this;
    }

    /**
     * Reads the instruments on the class path and in this folder.
     *
     * @param hostFolder the host's own folder; null where there is none
     * @param mainId the instrument that the site is about
     * @throws BrokenContentException if a file cannot be used
     */
    public static InstrumentCatalog read(@Nullable Path hostFolder, String mainId) throws IOException {
        return new InstrumentFolders(hostFolder).catalog(mainId, List.of());
    }

    /**
     * Reads one version of an instrument, whatever else there is.
     *
     * @param folder of the version
     * @throws BrokenContentException if a file cannot be used
     */
    public static Instrument readOne(Path folder) throws IOException {
        return new InstrumentFolders(null).only(folder);
    }

    /** Whether words can be in a language of this code, which names their file: en, es or pt-BR. */
    public static boolean isLanguage(String code) {
        return code.matches(InstrumentReader.LANGUAGE);
    }

    /** The built-in instruments alone. */
    public static InstrumentCatalog builtIn() throws IOException {
        return new InstrumentFolders(null).builtIn();
    }

    /** The instrument that the site is about, at its latest version. */
    public Instrument main() {
        return main;
    }

    /** The instruments that everybody finds at the start page, in the host's order; at least one. */
    public List<Instrument> listed() {
        return listed;
    }

    public Optional<Instrument> latest(String id) {
        return Optional.ofNullable(versions.get(id))
                .map(byVersion -> byVersion.lastEntry().getValue());
    }

    /** The latest version that names help of its own, by id: help changes, and results of older versions need it too. */
    public Map<String, Instrument> withSupport() {
        return withSupport;
    }

    public Optional<Instrument> find(String id, int version) {
        return Optional.ofNullable(versions.get(id)).map(byVersion -> byVersion.get(version));
    }

    Map<Instrument, Map<String, Resource>> files() {
        return files;
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
