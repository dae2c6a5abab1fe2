package org.threesigns.instrument;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A scale that an item counts on: its key alone, or a group of lines that also says how the item counts there, such as
 * {@code {id: tense, keying: reverse, weight: 0.5}}.
 */
record ScaleReference(ContentNode node) {

    /** Those of an item: one, or a list of them; none where it names none. */
    static List<ScaleReference> of(ContentNode item) {
        List<ScaleReference> references =
                item
                        .find("scale")
                        .map(scale -> scale.isList() ? scale.list() : List.of(scale))
                        .orElse(List.of())
                        .stream()
                        .map(ScaleReference::new)
                        .toList();
        var taken = new HashSet<String>();
        Problems.checkEach(references, reference -> {
            if (!taken.add(reference.scale().text())) {
                throw reference
                        .scale()
                        .problem(
                                "'%s' is there twice."
                                        .formatted(reference.scale().text()),
                                "Remove one of the two.");
            }
        });
        return references;
    }

    /** The key of the scale. */
    ContentNode scale() {
        return node.isText() ? node : node.get("id");
    }

    /** @param item in the direction that is usual for it */
    KeyedItem read(Item item) {
        if (node.isText()) {
            return KeyedItem.usual(item);
        }
        var problems = new Problems();
        problems.check(() -> node.allowOnly(Set.of("id", "keying", "weight")));
        Supplier<Keying> keying = problems.read(() -> node.oneOf("keying", item.keying()));
        Supplier<Weight> weight =
                problems.read(() -> node.find("weight").map(Weight::read).orElse(Weight.ONE));
        problems.throwIfAny();
        return new KeyedItem(item, keying.get(), weight.get());
    }
}
