package org.threesigns.instrument;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A questionnaire with fixed items, scoring and source, at a version.
 *
 * @param version from 1; any change of items, keying, scales, bands, conditions, options or the items' words needs a new one
 * @param defaultLanguage the language to fall back to, and that of the source's title
 * @param wordings the wordings it is offered in, the usual one first
 * @param source what the items were taken from; empty where they are the author's own
 * @param scales up to 40; none where nothing is scored
 * @param items up to 400, in the order asked
 * @param parts the items again, screen by screen
 * @param lead which scales a result names first; empty where none is
 * @param careless when answers look unread; empty where that is not judged
 * @param safety the keys of the statements of the safety question; none where it has no such question
 * @param supportFirst the answers that put support first on the result, by item
 * @param claims the keys of the claims of its source
 * @param texts every word that a respondent reads, by language
 */
public record Instrument(
        String id,
        int version,
        String defaultLanguage,
        String licence,
        Optional<Source> source,
        List<Wording> wordings,
        List<ResponseScale> responseScales,
        List<Scale> scales,
        List<Item> items,
        List<Part> parts,
        Optional<LeadRule> lead,
        Optional<CarelessRule> careless,
        List<String> safety,
        Map<Item, List<ResponseOption>> supportFirst,
        List<String> claims,
        Map<String, InstrumentText> texts) {

    static final int MOST_SCALES = 40;
    static final int MOST_ITEMS = 400;

    public Instrument {
        wordings = List.copyOf(wordings);
        responseScales = List.copyOf(responseScales);
        scales = List.copyOf(scales);
        items = List.copyOf(items);
        parts = List.copyOf(parts);
        safety = List.copyOf(safety);
        supportFirst = Map.copyOf(supportFirst);
        claims = List.copyOf(claims);
        texts = Map.copyOf(texts);
    }

    /** The languages that it has words in. */
    public Set<String> languages() {
        return texts.keySet();
    }

    /** Its words in this language, or in the one that this is a region's of, or in the default language. */
    public InstrumentText text(String language) {
        return Optional.ofNullable(texts.get(language))
                .or(() -> Optional.ofNullable(
                        texts.get(Locale.forLanguageTag(language).getLanguage())))
                .orElseGet(this::defaultText);
    }

    private InstrumentText defaultText() {
        return Optional.ofNullable(texts.get(defaultLanguage)).orElseThrow();
    }

    /** Whether it names help for those who answer it; if in one language, then in all. */
    public boolean hasSupport() {
        return texts.values().stream().anyMatch(text -> text.support().isPresent());
    }

    /** The files of help without which no start page lists it: its scores are named as a publication does, such as "severe". */
    public List<String> missingSupport() {
        boolean labelled = scales.stream().anyMatch(scale -> scale.bandsSource().isPresent());
        return labelled && !hasSupport()
                ? languages().stream()
                        .sorted()
                        .map("support.%s.yaml"::formatted)
                        .toList()
                : List.of();
    }

    public Optional<Item> item(String itemId) {
        return items.stream().filter(item -> item.id().equals(itemId)).findFirst();
    }

    /** The scales on which this item counts, in their order; none for an unscored one. */
    public List<Scale> scalesOf(Item item) {
        return scales.stream()
                .filter(scale ->
                        scale.key().stream().anyMatch(keyed -> keyed.item().equals(item)))
                .toList();
    }

    /** Whether anything is asked only after certain answers. */
    public boolean isConditional() {
        return items.stream().anyMatch(Item::isConditional);
    }

    /** Whether answers add up to anything. */
    public boolean isScored() {
        return !scales.isEmpty();
    }

    /** Whether a scale says how people of a published sample scored. */
    public boolean hasNorms() {
        return scales.stream().anyMatch(scale -> !scale.norms().isEmpty());
    }

    /** The scales that count this item in another way than is usual for it, in their order. */
    public List<Scale> scalesCountingOtherwise(Item item) {
        return scalesOf(item).stream()
                .filter(scale -> !scale.keyed(item).isUsual())
                .toList();
    }

    /** The items that count on a scale, each once, in the order of the scales. */
    public List<Item> scoredItems() {
        return scales.stream()
                .flatMap(scale -> scale.items().stream())
                .distinct()
                .toList();
    }

    /** Whether sittings differ in the order of the questions. */
    public boolean asksAtRandom() {
        return parts.stream().anyMatch(Part::random);
    }

    /**
     * The number of the item's question on the form, from 1. Boxes of one question share it. Empty if each sitting
     * shuffles it.
     */
    public Optional<Integer> numberOf(Item item) {
        int before = 0;
        for (Part part : parts) {
            if (part.items().contains(item)) {
                int place = part.isCheckbox() ? 0 : part.items().indexOf(item);
                return part.random() && !part.isCheckbox() ? Optional.empty() : Optional.of(before + place + 1);
            }
            before += part.questions();
        }
        throw new IllegalArgumentException("Not an item of " + this + ": " + item);
    }

    /** The part that asks the question of which this item is a box; empty where it is a question of its own. */
    public Optional<Part> boxesWith(Item item) {
        return item.responseScale().isCheckbox()
                ? parts.stream().filter(part -> part.items().contains(item)).findFirst()
                : Optional.empty();
    }

    /** The parts of which each is one question with boxes. */
    public List<Part> checkboxParts() {
        return parts.stream().filter(Part::isCheckbox).toList();
    }

    /** How many questions it has for somebody who answers, to whom boxes that stand together are one. */
    public int questions() {
        return parts.stream().mapToInt(Part::questions).sum();
    }

    /** The first of these items that belongs to each question, in their order: its only one, but for boxes. */
    public List<Item> firstOfEachQuestion(Collection<Item> some) {
        var asked = new HashSet<String>();
        return some.stream()
                .filter(item ->
                        boxesWith(item).map(part -> asked.add(part.id())).orElse(true))
                .toList();
    }

    public List<Item> unscoredItems() {
        return items.stream().filter(item -> !item.scored()).toList();
    }

    /** Whether all items have the same values to choose from, so that their scores mean the same. */
    public boolean hasOneSetOfValues() {
        return responseScales.stream()
                        .map(scale -> scale.options().stream()
                                .map(ResponseOption::value)
                                .collect(toSet()))
                        .distinct()
                        .count()
                == 1;
    }

    /** Whether every item counts in the same way on all of its scales, and once. */
    public boolean hasOneKeying() {
        return scales.stream().flatMap(scale -> scale.key().stream()).allMatch(KeyedItem::isUsual);
    }

    /**
     * What must stay the same under one version, in one language, as SHA-256 in hexadecimal: items, keying, weights,
     * scales, bands, conditions, options, how they are asked for, and the items' words. Guidance, help,
     * {@code support-first}, norms and page text can be corrected without a new version: none of them changes a score.
     */
    public String fingerprint(String language) {
        return Fingerprint.of(this, text(language));
    }

    /** Short, as an instrument with its words is long. */
    @Override
    public String toString() {
        return id + " version " + version;
    }
}
