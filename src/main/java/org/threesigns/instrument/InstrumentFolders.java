package org.threesigns.instrument;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
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
    private final @Nullable Path hostFolder;
    private final Problems problems = new Problems();
    private final Map<Instrument, Map<String, Resource>> files = new HashMap<>();

    /** @param hostFolder the host's own folder beside those on the class path */
    InstrumentFolders(@Nullable Path hostFolder) {
        this.hostFolder =
                hostFolder == null ? null : hostFolder.toAbsolutePath().normalize();
    }

    /**
     * Reads them all.
     *
     * @param listedIds those that the start page lists; none: only the main one
     * @throws BrokenContentException if a file cannot be used
     */
    InstrumentCatalog catalog(String mainId, List<String> listedIds) throws IOException {
        readBuiltIn();
        readHosts();
        problems.throwIfAny();
        return new InstrumentCatalog(files, mainId, listedIds).complete();
    }

    /** Reads the built-in ones alone. */
    InstrumentCatalog builtIn() throws IOException {
        readBuiltIn();
        problems.throwIfAny();
        return new InstrumentCatalog(files, ids(files.keySet()).get(0), List.of());
    }

    /** Reads those of the host, and says everything that is wrong; the site is about them. */
    DraftInstruments draft(InstrumentCatalog builtIn) throws IOException {
        files.putAll(builtIn.files());
        readHosts();
        List<Instrument> own = files.keySet().stream()
                .filter(instrument -> !builtIn.files().containsKey(instrument))
                .sorted(comparing(Instrument::id).thenComparing(Instrument::version))
                .toList();
        List<String> ids = ids(own.isEmpty() ? files.keySet() : own);
        var catalog = new InstrumentCatalog(files, ids.get(0), ids);
        if (problems.all().isEmpty()) {
            problems.check(() -> requireAny(own));
            problems.check(catalog::complete);
        }
        return new DraftInstruments(catalog, own, problems.all());
    }

    private static List<String> ids(Collection<Instrument> instruments) {
        return instruments.stream().map(Instrument::id).distinct().sorted().toList();
    }

    /** Reads the version in this folder alone. */
    Instrument only(Path folder) throws IOException {
        var structure =
                new FileSystemResource(folder.toAbsolutePath().normalize().resolve(STRUCTURE));
        read(structure, filesBeside(structure));
        problems.throwIfAny();
        return files.keySet().iterator().next();
    }

    private void requireAny(List<Instrument> own) {
        if (own.isEmpty()) {
            throw new BrokenContentException(
                    String.valueOf(hostFolder),
                    "There is no questionnaire in this folder yet.",
                    "Write '<id>/<version>/%s' in it, such as 'even-days/1/%s'.".formatted(STRUCTURE, STRUCTURE));
        }
    }

    private void readBuiltIn() throws IOException {
        readAllBelow("classpath*:instruments/");
    }

    private void readHosts() throws IOException {
        Path folder = hostFolder;
        if (folder == null) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            problems.check(() -> {
                throw new BrokenContentException(
                        folder.toString(),
                        "There is no such folder.",
                        "Make it, or correct the property 'three-signs.instruments'.");
            });
            return;
        }
        List<Path> content = UnreadFileCheck.contentIn(folder);
        problems.check(() -> new UnreadFileCheck(folder).refuse(content));
        readAllBelow(folder.toUri().toString());
    }

    private void readAllBelow(String root) throws IOException {
        for (Resource structure : resolver.getResources(root + "*/*/" + STRUCTURE)) {
            if (!structure.getURL().toString().matches(HIDDEN)) {
                read(structure, filesBeside(structure));
            }
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

    /** Keeps the instrument if its structure can be read, whatever its words: its guidance can be checked as well then. */
    private void read(Resource structure, Map<String, Resource> folder) {
        Supplier<ContentNode> node = problems.read(() -> ContentNode.read(structure));
        Supplier<InstrumentReader> reader = problems.read(() -> new InstrumentReader(node.get()));
        var withWords = problems.read(() -> reader.get().read());
        problems.check(() -> requireMatchingFolder(node.get(), structure, reader.get()));
        Map<String, InstrumentText> texts = readTexts(reader, folder);
        problems.check(() ->
                requireDefaultText(node.get(), reader.get().defaultLanguage.get(), folder));
        problems.check(() -> requireSupportInAll(texts, node.get()));
        problems.check(() -> {
            Instrument instrument = withWords.get().apply(texts);
            requireNoOther(instrument, node.get());
            files.put(instrument, folder);
        });
        if (!files.containsValue(folder)) {
            // Nobody will ask for its guidance, which can still be checked for being YAML.
            folder.values().forEach(file -> problems.check(() -> ContentNode.read(file)));
        }
    }

    private Map<String, InstrumentText> readTexts(Supplier<InstrumentReader> structure, Map<String, Resource> folder) {
        var texts = new HashMap<String, InstrumentText>();
        folder.forEach((name, file) -> {
            if (name.matches(LANGUAGE_FILE)) {
                String language = name.substring(0, name.length() - ".yaml".length());
                Optional<Resource> support = Optional.ofNullable(folder.get(support(language)));
                Supplier<Optional<Support>> help = problems.read(
                        () -> SupportReader.read(support.map(ContentNode::read), structure.get(), language));
                problems.check(() -> {
                    ContentNode content = ContentNode.read(file);
                    texts.put(language, new InstrumentTextReader(structure.get()).read(content, language, help));
                });
            }
        });
        return texts;
    }

    private static String support(String language) {
        return "support." + language + ".yaml";
    }

    /** People must find help in the language they read. */
    private static void requireSupportInAll(Map<String, InstrumentText> texts, ContentNode node) {
        List<String> without = texts.values().stream()
                .filter(text -> text.support().isEmpty())
                .map(text -> support(text.language()))
                .sorted()
                .toList();
        if (!without.isEmpty() && without.size() < texts.size()) {
            throw node.problem(
                    "It has support of its own in one language and not in another.",
                    "Write '%s' beside this file.".formatted(String.join("', '", without)));
        }
    }

    private static void requireDefaultText(ContentNode node, String language, Map<String, Resource> folder) {
        if (!folder.containsKey(language + ".yaml")) {
            throw node.get("default-language")
                    .problem(
                            "The words in '%s' are missing.".formatted(language),
                            "Write '%s.yaml' beside this file.".formatted(language));
        }
    }

    private void requireNoOther(Instrument instrument, ContentNode node) {
        files.keySet().stream()
                .filter(other -> other.toString().equals(instrument.toString()))
                .findFirst()
                .flatMap(earlier -> Optional.ofNullable(files.get(earlier)))
                .flatMap(earlier -> Optional.ofNullable(earlier.get(STRUCTURE)))
                .ifPresent(earlier -> {
                    throw node.problem(
                            "There is already an instrument '%s' at version %s, in %s."
                                    .formatted(instrument.id(), instrument.version(), ContentFile.nameOf(earlier)),
                            "Give one of them another id or version.");
                });
    }

    private static void requireMatchingFolder(ContentNode node, Resource structure, InstrumentReader reader) {
        String expected = "/%s/%s/%s".formatted(reader.id.get(), reader.version.get(), STRUCTURE);
        if (!addressOf(structure).endsWith(expected)) {
            throw node.get("id")
                    .problem(
                            "The folder does not say '%s/%s'.".formatted(reader.id.get(), reader.version.get()),
                            "Let the folders above this file be the instrument's id and its version.");
        }
    }

    private static String addressOf(Resource resource) {
        try {
            return resource.getURL().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
