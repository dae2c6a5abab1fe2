package org.threesigns.instrument;

/** Whether the items speak of a relationship that is going on or of one that is over. */
public enum Wording {
    CURRENT,
    PAST
}
