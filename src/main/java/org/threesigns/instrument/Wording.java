package org.threesigns.instrument;

/** Whether the items are about a current relationship or one that is over. */
public enum Wording {
    CURRENT,
    PAST
}
