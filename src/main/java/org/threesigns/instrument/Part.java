package org.threesigns.instrument;

import java.util.List;

/** Items that are asked on one screen. */
public record Part(String id, List<Item> items) {

    /** The key of the part of an instrument that names none. */
    static final String ONLY = "all";

    public Part {
        items = List.copyOf(items);
    }
}
