package org.threesigns.instrument;

/** The direction in which an item counts on its scale. */
public enum Keying {
    FORWARD {
        @Override
        public int key(int value, ResponseScale responseScale) {
            return value;
        }
    },
    REVERSE {
        @Override
        public int key(int value, ResponseScale responseScale) {
            return responseScale.lowest() + responseScale.highest() - value;
        }
    };

    /**
     * The item score: the value as it is, or for a reverse-keyed item {@code (min + max) − value}, with min and max
     * those of the item's own options and never from data.
     */
    public abstract int key(int value, ResponseScale responseScale);
}
