package org.threesigns.instrument;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            "claims");
    private static final int MOST_SAFETY_STATEMENTS = 8;

    /** The form of a language in the name of a file. */
    static final String LANGUAGE = "[a-z]{2,3}(-[A-Z]{2})?";

    private final ContentNode file;
    private final List<ResponseScale> responseScales;
    private final List<String> claims;

    InstrumentReader(ContentNode file) {
        this.file = file;
        file.allowOnly(KEYS);
        this.claims = file.find("claims").map(ContentNode::distinctKeys).orElse(List.of());
        this.responseScales = ResponseScaleReader.read(file.get("options"));
    }

    /** The instrument, still without words. */
    Instrument read() {
        Map<String, ContentNode> scaleNodes = scaleNodes();
        var items = new ItemReader(file, responseScales, scaleNodes, claims);
        List<Part> parts = items.readParts();
        var reader = new ScaleReader(items.items(), items.scalesOfItem());
        List<Scale> scales = scaleNodes.entrySet().stream()
                .map(scale -> reader.read(scale.getKey(), scale.getValue()))
                .toList();
        return new Instrument(
                file.get("id").key(),
                file.get("version").wholeNumber(1, 9999),
                readLanguage(file.get("default-language")),
                file.get("licence").text(),
                file.find("source").map(InstrumentReader::readSource),
                file.find("wordings").map(InstrumentReader::readWordings).orElse(List.of(Wording.CURRENT)),
                responseScales,
                scales,
                List.copyOf(items.items().values()),
                parts,
                file.find("lead").map(lead -> readLead(lead, scales)),
                file.find("careless").map(InstrumentReader::readCareless),
                file.find("safety").map(InstrumentReader::readSafety).orElse(List.of()),
                claims,
                Map.of());
    }

    private Map<String, ContentNode> scaleNodes() {
        ContentNode list = file.get("scales");
        var keys = new HashSet<String>();
        var nodes = new LinkedHashMap<String, ContentNode>();
        list.list().forEach(scale -> nodes.put(scale.get("id").keyNotIn(keys), scale));
        if (nodes.isEmpty() || nodes.size() > Instrument.MOST_SCALES) {
            throw list.problem(
                    "There are %s scales.".formatted(nodes.size()), "Give 1 to %s.".formatted(Instrument.MOST_SCALES));
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
                node.find("url").map(InstrumentReader::webAddress));
    }

    static URI webAddress(ContentNode node) {
        URI address = node.parse(URI::create, "a web address");
        if (!"https".equals(address.getScheme()) || address.getHost() == null) {
            throw node.problem("'%s' is not a web address.".formatted(node.text()), "Start it with https://.");
        }
        return address;
    }

    private static List<Wording> readWordings(ContentNode node) {
        node.distinctTexts();
        var wordings =
                node.list().stream().map(word -> word.oneOf(Wording.class)).toList();
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
        ScoreRange range = scales.get(0).range();
        if (scales.stream().anyMatch(scale -> !scale.range().equals(range))) {
            throw node.problem(
                    "The scales have different ranges, so that their means cannot be compared.", "Remove 'lead'.");
        }
        BigDecimal reaches = node.get("reaches").decimal();
        if (!range.holds(reaches)) {
            throw node.get("reaches")
                    .problem(
                            "No mean is ever %s.".formatted(reaches),
                            "Choose a value of the options' range, %s to %s."
                                    .formatted(range.lowest(), range.highest()));
        }
        return new LeadRule(reaches, node.get("within").decimalNotNegative());
    }

    private Stream<ContentNode> scaleScores() {
        return file.get("scales").list().stream().flatMap(scale -> scale.find("score").stream());
    }

    private static CarelessRule readCareless(ContentNode node) {
        node.allowOnly(Set.of("identical-run", "seconds-per-item"));
        return new CarelessRule(
                node.get("identical-run").wholeNumber(2, Instrument.MOST_ITEMS + 1),
                node.get("seconds-per-item").decimalNotNegative().doubleValue());
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
