package org.threesigns.instrument;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Map<String, ContentNode> scaleNodes = new LinkedHashMap<>();
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, String> scaleOfItem = new HashMap<>();

    InstrumentReader(ContentNode file) {
        this.file = file;
        file.allowOnly(KEYS);
        this.claims = file.get("claims").distinctKeys();
        this.responseScale = readResponseScale(file.get("options"));
    }

    /** The instrument, still without words. */
    Instrument read() {
        readScaleKeys();
        List<Part> parts = readItemsAndParts();
        var scales = new ScaleReader(responseScale, items, scaleOfItem);
        return new Instrument(
                file.get("id").key(),
                file.get("version").wholeNumber(1, 9999),
                readLanguage(file.get("default-language")),
                file.get("licence").text(),
                readSource(file.get("source")),
                readWordings(file.get("wordings")),
                responseScale,
                scaleNodes.entrySet().stream()
                        .map(scale -> scales.read(scale.getKey(), scale.getValue()))
                        .toList(),
                List.copyOf(items.values()),
                parts,
                readLead(file.get("lead")),
                readCareless(file.get("careless")),
                file.find("safety").map(this::readSafety).orElse(List.of()),
                claims,
                Map.of());
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

    private void readScaleKeys() {
        var node = file.get("scales");
        var keys = new HashSet<String>();
        node.list().forEach(scale -> scaleNodes.put(scale.get("id").keyNotIn(keys), scale));
        if (scaleNodes.size() < Instrument.FEWEST_SCALES || scaleNodes.size() > Instrument.MOST_SCALES) {
            throw node.problem("There are %s scales.".formatted(scaleNodes.size()), "Give 2 to 12.");
        }
    }

    private List<Part> readItemsAndParts() {
        var itemNodes = new LinkedHashMap<String, ContentNode>();
        var itemKeys = new HashSet<String>();
        for (var node : file.get("items").list()) {
            itemNodes.put(node.get("id").keyNotIn(itemKeys), node);
        }
        if (itemNodes.isEmpty() || itemNodes.size() > Instrument.MOST_ITEMS) {
            throw file.get("items").problem("There are %s items.".formatted(itemNodes.size()), "Give 1 to 120.");
        }
        var partKeys = new HashSet<String>();
        var parts = new ArrayList<Part>();
        for (var part : file.get("parts").list()) {
            parts.add(new Part(part.get("id").keyNotIn(partKeys), readPartItems(part, itemNodes)));
        }
        itemNodes.forEach((id, node) -> {
            if (!items.containsKey(id)) {
                throw node.problem("The item '%s' is in no part.".formatted(id), "Add it to a part below 'parts'.");
            }
        });
        return parts;
    }

    private List<Item> readPartItems(ContentNode part, Map<String, ContentNode> itemNodes) {
        part.allowOnly(Set.of("id", "items"));
        var partItems = new ArrayList<Item>();
        for (var reference : part.get("items").list()) {
            ContentNode node = Optional.ofNullable(itemNodes.get(reference.text()))
                    .orElseThrow(() -> reference.unknown("item", itemNodes.keySet()));
            Item item = readItem(node, items.size());
            if (items.put(item.id(), item) != null) {
                throw reference.problem(
                        "The item '%s' is in the parts twice.".formatted(item.id()), "Leave it in one place.");
            }
            partItems.add(item);
        }
        if (partItems.isEmpty()) {
            throw part.problem("The part has no items.", "Name items, or remove the part.");
        }
        return partItems;
    }

    private Item readItem(ContentNode node, int index) {
        node.allowOnly(Set.of("id", "scale", "scored", "facet", "keying", "claim", "sensitive"));
        String id = node.get("id").key();
        boolean scored = node.find("scored").map(ContentNode::yesOrNo).orElse(true);
        Optional<ContentNode> scale = node.find("scale");
        if (scored == scale.isEmpty()) {
            throw node.problem(
                    scored
                            ? "The item '%s' is on no scale.".formatted(id)
                            : "The unscored item '%s' has a scale.".formatted(id),
                    "Give it either 'scale: …' or 'scored: false'.");
        }
        Optional<ContentNode> facet = node.find("facet");
        scale.ifPresentOrElse(
                reference -> {
                    ContentNode scaleNode = Optional.ofNullable(scaleNodes.get(reference.text()))
                            .orElseThrow(() -> reference.unknown("scale", scaleNodes.keySet()));
                    scaleOfItem.put(id, reference.text());
                    facet.ifPresent(key -> requireKnown(key, "facet", ScaleReader.facets(scaleNode)));
                },
                () -> facet.ifPresent(key -> requireKnown(key, "facet", Set.of())));
        ContentNode claim = node.get("claim");
        requireKnown(claim, "claim", Set.copyOf(claims));
        return new Item(
                id,
                index,
                scored,
                node.find("keying").map(keying -> keying.oneOf(Keying.class)).orElse(Keying.FORWARD),
                facet.map(ContentNode::text),
                claim.text(),
                node.find("sensitive").map(ContentNode::yesOrNo).orElse(false));
    }

    private LeadRule readLead(ContentNode node) {
        node.allowOnly(Set.of("reaches", "within"));
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

    private List<String> readSafety(ContentNode node) {
        List<String> safety = node.distinctKeys();
        if (safety.isEmpty() || safety.size() > MOST_SAFETY_STATEMENTS) {
            throw node.problem(
                    "There are %s safety statements.".formatted(safety.size()), "Give 1 to 8, or none at all.");
        }
        return safety;
    }

    private static void requireKnown(ContentNode reference, String kind, Collection<String> known) {
        if (!known.contains(reference.text())) {
            throw reference.unknown(kind, Set.copyOf(known));
        }
    }
}
