package org.threesigns.instrument;

/**
 * An item as it counts on a scale.
 *
 * @param keying its direction there
 */
public record KeyedItem(Item item, Keying keying) {

    /** Counted as on most scales: in the direction that is usual for it. */
    public static KeyedItem usual(Item item) {
        return new KeyedItem(item, item.keying());
    }

    /** What it counts where the option at this index is chosen. */
    public int score(int option) {
        return keying.key(item.responseScale().value(option), item.responseScale());
    }

    /** Whether it counts as the item says of itself. */
    public boolean isUsual() {
        return keying == item.keying();
    }
}
