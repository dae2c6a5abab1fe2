package org.threesigns.instrument;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    private final ResponseScale responseScale;
    private final List<String> claims;

    InstrumentReader(ContentNode file) {
        this.file = file;
        file.allowOnly(KEYS);
        this.claims = file.find("claims").map(ContentNode::distinctKeys).orElse(List.of());
        this.responseScale = readResponseScale(file.get("options"));
    }

    /** The instrument, still without words. */
    Instrument read() {
        Map<String, ContentNode> scaleNodes = scaleNodes();
        var items = new ItemReader(file, scaleNodes, claims);
        List<Part> parts = items.readParts();
        var scales = new ScaleReader(responseScale, items.items(), items.scalesOfItem());
        return new Instrument(
                file.get("id").key(),
                file.get("version").wholeNumber(1, 9999),
                readLanguage(file.get("default-language")),
                file.get("licence").text(),
                file.find("source").map(InstrumentReader::readSource),
                file.find("wordings").map(InstrumentReader::readWordings).orElse(List.of(Wording.CURRENT)),
                responseScale,
                scaleNodes.entrySet().stream()
                        .map(scale -> scales.read(scale.getKey(), scale.getValue()))
                        .toList(),
                List.copyOf(items.items().values()),
                parts,
                file.find("lead").map(lead -> readLead(lead, scaleNodes.values())),
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

    private static ResponseScale readResponseScale(ContentNode node) {
        var nodes = node.list();
        if (nodes.size() < ResponseScale.FEWEST_OPTIONS || nodes.size() > ResponseScale.MOST_OPTIONS) {
            throw node.problem("There are %s options.".formatted(nodes.size()), "Give 2 to 11.");
        }
        var options = new ArrayList<ResponseOption>();
        var keys = new HashSet<String>();
        for (var option : nodes) {
            option.allowOnly(Set.of("id", "value"));
            String key = option.get("id").keyNotIn(keys);
            int value = option.get("value").wholeNumber(-1000, 1000);
            if (!options.isEmpty() && value <= options.get(options.size() - 1).value()) {
                throw option.problem(
                        "The value %s is not above the one before.".formatted(value),
                        "Order the options, lowest first.");
            }
            options.add(new ResponseOption(key, value));
        }
        return new ResponseScale(options);
    }

    private LeadRule readLead(ContentNode node, Collection<ContentNode> scales) {
        node.allowOnly(Set.of("reaches", "within"));
        scales.stream().flatMap(scale -> scale.find("score").stream()).forEach(score -> {
            if (score.oneOf(ScoringMethod.class) != ScoringMethod.MEAN) {
                throw score.problem(
                        "Sums cannot be ranked by 'lead', which compares means.", "Remove 'lead' or 'score'.");
            }
        });
        BigDecimal reaches = node.get("reaches").decimal();
        int lowest = responseScale.lowest();
        int highest = responseScale.highest();
        if (reaches.compareTo(BigDecimal.valueOf(lowest)) < 0 || reaches.compareTo(BigDecimal.valueOf(highest)) > 0) {
            throw node.get("reaches")
                    .problem(
                            "No mean is ever %s.".formatted(reaches),
                            "Choose a value of the options' range, %s to %s.".formatted(lowest, highest));
        }
        return new LeadRule(reaches, node.get("within").decimalNotNegative());
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
