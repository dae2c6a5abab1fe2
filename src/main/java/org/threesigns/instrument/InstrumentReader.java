package org.threesigns.instrument;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the structure of one instrument from its {@code instrument.yaml} and refuses what is broken. */
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

    private final ContentNode file;
    private final ResponseScale responseScale;
    private final List<String> claims;
    private final Map<String, ContentNode> scaleNodes = new LinkedHashMap<>();
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, String> scaleOfItem = new HashMap<>();

    InstrumentReader(ContentNode file) {
        this.file = file;
        file.allowOnly(KEYS);
        this.claims = file.get("claims").distinctTexts();
        this.responseScale = readResponseScale(file.get("options"));
    }

    /** The instrument, still without words. */
    Instrument read() {
        readScaleKeys();
        List<Part> parts = readItemsAndParts();
        return new Instrument(
                file.get("id").key(),
                file.get("version").wholeNumber(1, 9999),
                file.get("default-language").text(),
                file.get("licence").text(),
                readSource(file.get("source")),
                readWordings(file.get("wordings")),
                responseScale,
                scaleNodes.entrySet().stream()
                        .map(scale -> readScale(scale.getKey(), scale.getValue()))
                        .toList(),
                List.copyOf(items.values()),
                parts,
                readLead(file.get("lead")),
                readCareless(file.get("careless")),
                file.find("safety").map(this::readSafety).orElse(List.of()),
                claims,
                Map.of());
    }

    private static Source readSource(ContentNode node) {
        node.allowOnly(Set.of("authors", "title", "publisher", "published", "url"));
        return new Source(
                node.get("authors").distinctTexts(),
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
            throw node.problem("There are %d options.".formatted(nodes.size()), "Give 2 to 11.");
        }
        var options = new ArrayList<ResponseOption>();
        for (var option : nodes) {
            option.allowOnly(Set.of("id", "value"));
            int value = option.get("value").wholeNumber(-1000, 1000);
            if (!options.isEmpty() && value <= options.get(options.size() - 1).value()) {
                throw option.problem(
                        "The value %d is not above the one before.".formatted(value),
                        "Order the options, lowest first.");
            }
            options.add(new ResponseOption(option.get("id").key(), value));
        }
        requireDistinct(node, options, ResponseOption::id);
        return new ResponseScale(options);
    }

    private void readScaleKeys() {
        var node = file.get("scales");
        node.list().forEach(scale -> {
            if (scaleNodes.put(scale.get("id").key(), scale) != null) {
                throw scale.problem(
                        "The scale '%s' is there twice."
                                .formatted(scale.get("id").text()),
                        "Rename one of the two.");
            }
        });
        if (scaleNodes.size() < Instrument.FEWEST_SCALES || scaleNodes.size() > Instrument.MOST_SCALES) {
            throw node.problem("There are %d scales.".formatted(scaleNodes.size()), "Give 2 to 12.");
        }
    }

    private List<Part> readItemsAndParts() {
        var itemNodes = new LinkedHashMap<String, ContentNode>();
        for (var node : file.get("items").list()) {
            if (itemNodes.put(node.get("id").key(), node) != null) {
                throw node.problem(
                        "The item '%s' is there twice.".formatted(node.get("id").text()), "Rename one of the two.");
            }
        }
        if (itemNodes.isEmpty() || itemNodes.size() > Instrument.MOST_ITEMS) {
            throw file.get("items").problem("There are %d items.".formatted(itemNodes.size()), "Give 1 to 120.");
        }
        List<Part> parts = file.get("parts").list().stream()
                .map(part -> readPart(part, itemNodes))
                .toList();
        requireDistinct(file.get("parts"), parts, Part::id);
        itemNodes.forEach((id, node) -> {
            if (!items.containsKey(id)) {
                throw node.problem("The item '%s' is in no part.".formatted(id), "Add it to a part below 'parts'.");
            }
        });
        return parts;
    }

    private Part readPart(ContentNode part, Map<String, ContentNode> itemNodes) {
        part.allowOnly(Set.of("id", "items"));
        var partItems = new ArrayList<Item>();
        for (var reference : part.get("items").list()) {
            ContentNode node = Optional.ofNullable(itemNodes.get(reference.text()))
                    .orElseThrow(() -> unknown(reference, "item", itemNodes.keySet()));
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
        return new Part(part.get("id").key(), partItems);
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
        scale.ifPresent(reference -> {
            requireKnown(reference, "scale", scaleNodes.keySet());
            scaleOfItem.put(id, reference.text());
        });
        ContentNode claim = node.get("claim");
        requireKnown(claim, "claim", Set.copyOf(claims));
        return new Item(
                id,
                index,
                scored,
                node.find("keying").map(keying -> keying.oneOf(Keying.class)).orElse(Keying.FORWARD),
                node.find("facet").map(ContentNode::key),
                claim.text(),
                node.find("sensitive").map(ContentNode::yesOrNo).orElse(false));
    }

    private Scale readScale(String id, ContentNode node) {
        node.allowOnly(Set.of("id", "minimum-answered", "bands", "close-to-cut", "assumed-sem", "facets", "variant"));
        List<Item> scaleItems = items.values().stream()
                .filter(item -> id.equals(scaleOfItem.get(item.id())))
                .toList();
        if (scaleItems.isEmpty()) {
            throw node.problem("The scale '%s' has no items.".formatted(id), "Give items 'scale: %s'.".formatted(id));
        }
        return new Scale(
                id,
                scaleItems,
                node.get("minimum-answered").wholeNumber(1, scaleItems.size()),
                readBands(node.get("bands")),
                node.get("close-to-cut").decimalNotNegative(),
                node.get("assumed-sem").decimalNotNegative(),
                readFacets(node, scaleItems),
                node.find("variant").map(this::readVariant));
    }

    private List<String> readFacets(ContentNode scale, List<Item> scaleItems) {
        List<String> facets =
                scale.find("facets").map(ContentNode::distinctTexts).orElse(List.of());
        for (Item item : scaleItems) {
            if (item.facet().isPresent() && !facets.contains(item.facet().get())) {
                throw scale.problem(
                        "The item '%s' names the facet '%s', which its scale does not have."
                                .formatted(item.id(), item.facet().get()),
                        "Add it to 'facets', or correct the item.");
            }
        }
        return facets;
    }

    private Scale.Variant readVariant(ContentNode node) {
        node.allowOnly(Set.of("id", "items", "at-most"));
        var variantItems = node.get("items").list().stream()
                .map(reference -> Optional.ofNullable(items.get(reference.text()))
                        .orElseThrow(() -> unknown(reference, "item", items.keySet())))
                .toList();
        return new Scale.Variant(
                node.get("id").key(),
                variantItems,
                node.get("at-most").wholeNumber(responseScale.lowest(), responseScale.highest()));
    }

    /** Bands cover the range of the response scale from end to end: each begins where the one before ends. */
    private List<ScoreBand> readBands(ContentNode node) {
        var bands = new ArrayList<ScoreBand>();
        BigDecimal expected = BigDecimal.valueOf(responseScale.lowest());
        for (var band : node.list()) {
            band.allowOnly(Set.of("id", "from", "to"));
            BigDecimal from = band.get("from").decimal();
            BigDecimal to = band.get("to").decimal();
            if (from.compareTo(expected) != 0) {
                throw band.problem(
                        "The bands %s between %s and %s."
                                .formatted(from.compareTo(expected) > 0 ? "leave a gap" : "overlap", from, expected),
                        "Let this one begin at %s.".formatted(expected));
            }
            if (to.compareTo(from) <= 0) {
                throw band.problem("The band ends before it begins.", "Let 'to' be above 'from'.");
            }
            bands.add(new ScoreBand(band.get("id").key(), from, to));
            expected = to;
        }
        if (bands.isEmpty() || expected.compareTo(BigDecimal.valueOf(responseScale.highest())) != 0) {
            throw node.problem(
                    "The bands leave a gap: they end at %s.".formatted(expected),
                    "Let the last one end at %d.".formatted(responseScale.highest()));
        }
        requireDistinct(node, bands, ScoreBand::id);
        return bands;
    }

    private static LeadRule readLead(ContentNode node) {
        node.allowOnly(Set.of("reaches", "within"));
        return new LeadRule(node.get("reaches").decimal(), node.get("within").decimalNotNegative());
    }

    private static CarelessRule readCareless(ContentNode node) {
        node.allowOnly(Set.of("identical-run", "seconds-per-item"));
        return new CarelessRule(
                node.get("identical-run").wholeNumber(2, Instrument.MOST_ITEMS + 1),
                node.get("seconds-per-item").decimalNotNegative().doubleValue());
    }

    private List<String> readSafety(ContentNode node) {
        List<String> safety = node.distinctTexts();
        node.list().forEach(ContentNode::key);
        if (safety.isEmpty() || safety.size() > MOST_SAFETY_STATEMENTS) {
            throw node.problem(
                    "There are %d safety statements.".formatted(safety.size()), "Give 1 to 8, or none at all.");
        }
        return safety;
    }

    private static void requireKnown(ContentNode reference, String kind, Set<String> known) {
        if (!known.contains(reference.text())) {
            throw unknown(reference, kind, known);
        }
    }

    private static BrokenContentException unknown(ContentNode reference, String kind, Set<String> known) {
        return reference.problem(
                "There is no %s '%s'.".formatted(kind, reference.text()),
                "Correct it to one of: %s."
                        .formatted(String.join(", ", known.stream().sorted().toList())));
    }

    private static <T> void requireDistinct(ContentNode node, List<T> things, Function<T, String> id) {
        var counts = things.stream().collect(toMap(id, thing -> 1, Integer::sum));
        counts.forEach((key, count) -> {
            if (count > 1) {
                throw node.problem("'%s' is there twice.".formatted(key), "Rename one of the two.");
            }
        });
    }
}
