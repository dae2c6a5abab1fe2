package org.threesigns.instrument;

/** How the item scores of a scale become its score. */
public enum ScoringMethod {
    /** The mean of the answered items. */
    MEAN {
        @Override
        public int divisor(int answered) {
            return answered;
        }
    },
    /** The sum of the answered items. What was skipped adds nothing, so a sum of few answers is low. */
    SUM {
        @Override
        public int divisor(int answered) {
            return 1;
        }
    };

    /** What the sum of the item scores is divided by, where this many items are answered. */
    public abstract int divisor(int answered);
}
