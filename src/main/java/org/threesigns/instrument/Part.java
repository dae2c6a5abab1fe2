package org.threesigns.instrument;

import java.util.List;

/**
 * Items that are asked on one screen: questions, or the boxes of one question.
 *
 * @param random whether each sitting asks them in an order of its own
 * @param condition after which answers it is asked as a whole
 */
public record Part(String id, List<Item> items, boolean random, Condition condition) {

    /** The key of the part of an instrument that names none. */
    static final String ONLY = "all";

    public Part {
        items = List.copyOf(items);
    }

    /** Whether its items are the boxes of one question. */
    public boolean isCheckbox() {
        return items.get(0).responseScale().isCheckbox();
    }

    /** How many questions it has for somebody who answers. */
    public int questions() {
        return isCheckbox() ? 1 : items.size();
    }
}
