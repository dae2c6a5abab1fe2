package org.threesigns.instrument;

import java.util.List;

/**
 * Items of one scale that the words about it tell apart from the rest, such as those about giving way. A strand has no
 * score, and results do not depend on it.
 *
 * @param items at least one, in the order asked
 */
public record Strand(String id, List<Item> items) {

    public Strand {
        items = List.copyOf(items);
    }
}
