package org.threesigns.instrument;

import java.util.List;

/** Items that are asked on one screen. */
public record Part(String id, List<Item> items) {

    public Part {
        items = List.copyOf(items);
    }
}
