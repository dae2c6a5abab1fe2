package org.threesigns.instrument;

/** How the item scores of a scale become its score. */
public enum ScoringMethod {
    /** The mean of the answered items. */
    MEAN,
    /** The sum of the answered items. What was skipped adds nothing, so a sum of few answers is low. */
    SUM
}
