package org.threesigns.instrument;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads the structure of one instrument from its {@code instrument.yaml} and refuses a broken one. */
class InstrumentReader {

    private static final Set<String> KEYS = Set.of(
            "id",
            "version",
            "default-language",
            "licence",
            "source",
            "wordings",
            "options",
            "scales",
            "lead",
            "careless",
            "items",
            "parts",
            "safety",
            "support-first",
            "claims");
    private static final int MOST_SAFETY_STATEMENTS = 8;

    /** The form of a language in the name of a file. */
    static final String LANGUAGE = "[a-z]{2,3}(-[A-Z]{2})?";

    private final ContentNode file;
    private final Problems problems = new Problems();

    // What the words and the folder are checked against. Each throws its problem again where it is broken.
    final Supplier<List<String>> claims;
    final Supplier<List<ResponseScale>> responseScales;
    final Supplier<List<Part>> parts;
    final Supplier<List<Item>> items;
    final Supplier<List<Scale>> scales;
    final Supplier<List<Wording>> wordings;
    final Supplier<List<String>> safety;
    final Supplier<Map<Item, List<ResponseOption>>> supportFirst;
    final Supplier<String> id;
    final Supplier<Integer> version;
    final Supplier<String> defaultLanguage;

    InstrumentReader(ContentNode file) {
        this.file = file;
        problems.check(() -> file.allowOnly(KEYS));
        this.claims = optional("claims", ContentNode::distinctKeys, List.of());
        this.responseScales = required("options", ResponseScaleReader::read);
        Supplier<Map<String, ContentNode>> scaleNodes = optional("scales", InstrumentReader::scaleNodes, Map.of());
        Supplier<Map<String, ContentNode>> itemNodes = required("items", ItemReader::nodes);
        var conditions = new ConditionReader(() -> itemNodes.get().keySet());
        var itemReader = new ItemReader(responseScales, scaleNodes, claims, conditions);
        this.parts = problems.read(() -> new PartReader(file, itemNodes.get(), itemReader, conditions).read());
        this.items = problems.read(() ->
                parts.get().stream().flatMap(part -> part.items().stream()).toList());
        var scaleReader = new ScaleReader(id -> {
            Objects.requireNonNull(items.get()); // what is wrong with them is said once
            return itemReader.on(id);
        });
        this.scales = problems.read(() -> Problems.readEach(
                scaleNodes.get().entrySet(), scale -> scaleReader.read(scale.getKey(), scale.getValue())));
        this.wordings = optional("wordings", InstrumentReader::readWordings, List.of(Wording.CURRENT));
        this.safety = optional("safety", InstrumentReader::readSafety, List.of());
        this.supportFirst = optional("support-first", node -> SupportReader.readAnswers(node, items.get()), Map.of());
        this.id = required("id", ContentNode::key);
        this.version = required("version", node -> node.wholeNumber(1, 9999));
        this.defaultLanguage = required("default-language", InstrumentReader::readLanguage);
    }

    private <T> Supplier<T> required(String key, Function<ContentNode, T> read) {
        return problems.read(() -> read.apply(file.get(key)));
    }

    private <T> Supplier<T> optional(String key, Function<ContentNode, T> read, T otherwise) {
        return problems.read(() -> file.find(key).map(read).orElse(otherwise));
    }

    /** The instrument, as soon as it gets its words by language. */
    Function<Map<String, InstrumentText>, Instrument> read() {
        Supplier<String> licence = required("licence", ContentNode::text);
        Supplier<Optional<Source>> source =
                problems.read(() -> file.find("source").map(InstrumentReader::readSource));
        Supplier<Optional<LeadRule>> lead =
                problems.read(() -> file.find("lead").map(node -> readLead(node, scales.get())));
        Supplier<Optional<CarelessRule>> careless =
                problems.read(() -> file.find("careless").flatMap(node -> readCareless(node, items)));
        problems.throwIfAny();
        return texts -> new Instrument(
                id.get(),
                version.get(),
                defaultLanguage.get(),
                licence.get(),
                source.get(),
                wordings.get(),
                responseScales.get(),
                scales.get(),
                items.get(),
                parts.get(),
                lead.get(),
                careless.get(),
                safety.get(),
                supportFirst.get(),
                claims.get(),
                texts);
    }

    private static Map<String, ContentNode> scaleNodes(ContentNode list) {
        var keys = new HashSet<String>();
        var nodes = new LinkedHashMap<String, ContentNode>();
        Problems.checkEach(list.list(), scale -> nodes.put(scale.get("id").keyNotIn(keys), scale));
        if (nodes.isEmpty() || nodes.size() > Instrument.MOST_SCALES) {
            throw list.problem(
                    "There are %s scales.".formatted(nodes.size()),
                    "Give 1 to %s, or leave 'scales' out.".formatted(Instrument.MOST_SCALES));
        }
        return nodes;
    }

    private static String readLanguage(ContentNode node) {
        String language = node.text();
        if (!language.matches(LANGUAGE)) {
            throw node.problem(
                    "'%s' is not the code of a language.".formatted(language), "Write a code such as en, es or pt-BR.");
        }
        return language;
    }

    private static Source readSource(ContentNode node) {
        node.allowOnly(Set.of("authors", "title", "publisher", "published", "url"));
        List<String> authors = node.get("authors").distinctTexts();
        if (authors.isEmpty()) {
            throw node.get("authors").problem("There is no author.", "Write 'authors: [name]'.");
        }
        return new Source(
                authors,
                node.get("title").text(),
                node.get("publisher").text(),
                node.get("published").parse(LocalDate::parse, "a date such as 2025-03-17"),
                node.find("url").map(address -> address.webAddress("https")));
    }

    private static List<Wording> readWordings(ContentNode node) {
        node.distinctTexts();
        var wordings = Problems.readEach(node.list(), word -> word.oneOf(Wording.class));
        if (wordings.isEmpty()) {
            throw node.problem("There is no wording.", "Write 'wordings: [current]'.");
        }
        return wordings;
    }

    private LeadRule readLead(ContentNode node, List<Scale> scales) {
        node.allowOnly(Set.of("reaches", "within"));
        List<ContentNode> sums = scaleScores()
                .filter(score -> score.oneOf(ScoringMethod.class) != ScoringMethod.MEAN)
                .toList();
        if (!sums.isEmpty()) {
            throw sums.get(0)
                    .problem("Sums cannot be ranked by 'lead', which compares means.", "Remove 'lead' or 'score'.");
        }
        if (scales.stream().anyMatch(scale -> scale.transform().falls())) {
            throw node.problem(
                    "A transform turns a high mean into a low score, so that 'lead' would name what showed up least.",
                    "Remove 'lead'.");
        }
        if (scales.isEmpty()) {
            throw node.problem("There are no scales to rank.", "Remove 'lead'.");
        }
        BigDecimal reaches = readMean(node.get("reaches"), commonRange(node, scales));
        return new LeadRule(reaches, node.get("within").decimalNotNegative());
    }

    private static ScoreRange commonRange(ContentNode node, List<Scale> scales) {
        ScoreRange range = scales.get(0).range();
        if (scales.stream().anyMatch(scale -> !scale.range().equals(range))) {
            throw node.problem(
                    "The scales have different ranges, so that their means cannot be compared.", "Remove 'lead'.");
        }
        return range;
    }

    private static BigDecimal readMean(ContentNode node, ScoreRange range) {
        BigDecimal mean = node.decimal();
        if (!range.holds(mean)) {
            throw node.problem(
                    "No mean is ever %s.".formatted(mean),
                    "Choose a value of the options' range, %s to %s.".formatted(range.lowest(), range.highest()));
        }
        return mean;
    }

    private Stream<ContentNode> scaleScores() {
        return file.find("scales").stream()
                .flatMap(all -> all.list().stream())
                .flatMap(scale -> scale.find("score").stream());
    }

    /** A half that can never apply is left out; where neither can, there is no rule. */
    private static Optional<CarelessRule> readCareless(ContentNode node, Supplier<List<Item>> items) {
        node.allowOnly(Set.of("identical-run", "seconds-per-item"));
        var problems = new Problems();
        Supplier<Integer> run =
                problems.read(() -> node.get("identical-run").wholeNumber(2, Instrument.MOST_ITEMS + 1));
        Supplier<BigDecimal> seconds =
                problems.read(() -> node.get("seconds-per-item").decimalNotNegative());
        problems.throwIfAny();
        long choices = items.get().stream()
                .filter(item -> item.responseScale().input() == InputType.CHOICE)
                .count();
        var rule = new CarelessRule(
                Optional.of(run.get()).filter(length -> length <= choices),
                Optional.of(seconds.get()).filter(time -> time.signum() > 0));
        return Optional.of(rule)
                .filter(some ->
                        some.identicalRun().isPresent() || some.secondsPerItem().isPresent());
    }

    BrokenContentException problem(String key, String problem, String remedy) {
        return file.get(key).problem(problem, remedy);
    }

    private static List<String> readSafety(ContentNode node) {
        List<String> safety = node.distinctKeys();
        if (safety.isEmpty() || safety.size() > MOST_SAFETY_STATEMENTS) {
            throw node.problem(
                    "There are %s safety statements.".formatted(safety.size()), "Give 1 to 8, or none at all.");
        }
        return safety;
    }
}
