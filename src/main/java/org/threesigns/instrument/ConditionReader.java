package org.threesigns.instrument;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Reads after which answers parts and items are asked, while these are read in the order asked. */
final class ConditionReader {

    private static final String KEY = "when";

    private final Supplier<Set<String>> known;
    private final Map<String, Supplier<Item>> ofEarlierParts = new HashMap<>();
    private final Map<String, Supplier<Item>> ofThisPart = new HashMap<>();
    private final Map<Item, Condition> untilAsked = new HashMap<>();
    private Supplier<Boolean> random = () -> false;
    private Supplier<Condition> part = () -> Condition.NONE;

    /** @param known the ids of all items */
    ConditionReader(Supplier<Set<String>> known) {
        this.known = known;
    }

    /** Goes on to another part, which may be asked in random order. */
    void begin(Supplier<Boolean> inRandomOrder) {
        ofEarlierParts.putAll(ofThisPart);
        ofThisPart.clear();
        random = inRandomOrder;
        part = () -> Condition.NONE;
    }

    /** The condition of the part, which that of each of its items includes from here on. */
    Supplier<Condition> ofPart(ContentNode node, Problems problems) {
        part = problems.read(() -> read(node));
        return part;
    }

    /** Goes on to the item after this one. */
    void passed(String id, Supplier<Item> item) {
        ofThisPart.put(id, item);
    }

    /** The condition of this part or item. */
    Condition read(ContentNode node) {
        Condition all = part.get()
                .and(node.find(KEY).map(this::answers).map(Condition::new).orElse(Condition.NONE));
        if (untilAsked(all).isNever()) {
            throw node.get(KEY)
                    .problem(
                            "No answers lead here, as one of these excludes another.",
                            "Correct it, or remove what is never asked.");
        }
        return all;
    }

    /** A condition with those of all items in it, which have to be asked themselves. */
    private Condition untilAsked(Condition condition) {
        Condition all = condition;
        for (Item item : condition.answers().keySet()) {
            all = all.and(untilAsked(item));
        }
        return all;
    }

    private Condition untilAsked(Item item) {
        if (!untilAsked.containsKey(item)) {
            untilAsked.put(item, untilAsked(item.condition()));
        }
        return Objects.requireNonNull(untilAsked.get(item));
    }

    private Map<Item, List<ResponseOption>> answers(ContentNode node) {
        if (node.entries().isEmpty()) {
            throw node.problem("There is no question.", "Write one with its answers, or remove this.");
        }
        var answers = new TreeMap<Item, List<ResponseOption>>(Item.IN_ORDER);
        Problems.checkEach(node.keys(), key -> {
            Item item = earlier(key);
            answers.put(item, answersTo(item, node.get(key.text())));
        });
        return answers;
    }

    private Item earlier(ContentNode key) {
        String id = key.known("item", known.get());
        Optional<Supplier<Item>> besideIt = Optional.ofNullable(ofThisPart.get(id));
        if (besideIt.isPresent() && random.get()) {
            throw key.problem(
                    "'%s' can come after this, as the part is asked in random order.".formatted(id),
                    "Move one of the two to another part, or remove 'order: random'.");
        }
        return besideIt.or(() -> Optional.ofNullable(ofEarlierParts.get(id)))
                .orElseThrow(
                        () -> key.problem("'%s' is not asked before this.".formatted(id), "Name an earlier question."))
                .get();
    }

    /** In the order shown. Options of one value stand together, because a file of responses has values alone. */
    private static List<ResponseOption> answersTo(Item item, ContentNode node) {
        ResponseScale scale = item.responseScale();
        List<ResponseOption> listed = ResponseScaleReader.readSome(node, scale);
        for (ResponseOption other : scale.options()) {
            if (!listed.contains(other) && listed.stream().anyMatch(each -> each.value() == other.value())) {
                throw node.problem(
                        "'%s' counts the same as one of these, and is not among them.".formatted(other.id()),
                        "List both or neither, as exported answers do not tell them apart.");
            }
        }
        return scale.options().stream().filter(listed::contains).toList();
    }
}
