package org.threesigns.instrument;

/**
 * One choice of a response scale.
 *
 * @param id the key of its label
 * @param value what it counts, before keying
 */
public record ResponseOption(String id, int value) {

    /** What files of responses have for a question that was not asked: no option has this value. */
    public static final String NOT_ASKED = "-9999";
}
