package org.threesigns.instrument;

/**
 * An item as it counts on a scale.
 *
 * @param keying its direction there
 * @param weight what its score is multiplied by there
 */
public record KeyedItem(Item item, Keying keying, Weight weight) {

    /** Counted as on most scales: in the direction that is usual for it, and once. */
    public static KeyedItem usual(Item item) {
        return new KeyedItem(item, item.keying(), Weight.ONE);
    }

    KeyedItem with(Weight other) {
        return new KeyedItem(item, keying, other);
    }

    /** Its item score, before it is weighted, where the option at this index is chosen. */
    public int score(int option) {
        return keying.key(item.responseScale().value(option), item.responseScale());
    }

    /** The lowest of its weighted scores, in parts of its weight. */
    public int lowest() {
        return weight.parts()
                * (lowers()
                        ? item.responseScale().highest()
                        : item.responseScale().lowest());
    }

    /** The highest of its weighted scores, in parts of its weight. */
    public int highest() {
        return weight.parts()
                * (lowers()
                        ? item.responseScale().lowest()
                        : item.responseScale().highest());
    }

    /** Whether a higher item score makes for a lower sum. */
    public boolean lowers() {
        return weight.parts() < 0;
    }

    /** Whether it counts as the item says of itself. */
    public boolean isUsual() {
        return keying == item.keying() && weight.isOne();
    }

    /** How it counts where that is not as usual, such as {@code REVERSE × 0.5}. */
    @Override
    public String toString() {
        return keying + (weight.isOne() ? "" : " × " + weight);
    }
}
