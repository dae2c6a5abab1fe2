package org.threesigns.assessment;

/** What became of a result that was to be stored. */
public enum Saved {
    /** It is stored now. */
    FIRST,
    /** There was one with its token, which stays as it was. */
    REPEAT,
    /** There was one with its token, which was deleted, so nothing is stored. */
    DELETED
}
