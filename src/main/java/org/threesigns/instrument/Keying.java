package org.threesigns.instrument;

/** The direction in which an item counts on its scale. */
public enum Keying {
    FORWARD,
    REVERSE;

    /**
     * The item score: the value as it is, or for a reverse-keyed item {@code (min + max) − value}, with min and max
     * those of the item's own options and never from data.
     */
    public int key(int value, ResponseScale responseScale) {
        return this == FORWARD ? value : responseScale.lowest() + responseScale.highest() - value;
    }
}
