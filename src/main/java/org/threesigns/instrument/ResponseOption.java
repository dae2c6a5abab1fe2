package org.threesigns.instrument;

/**
 * One choice of a response scale.
 *
 * @param id the key of its label; a number that needs none is its own
 * @param value what it counts, before keying
 */
public record ResponseOption(String id, int value) {

    /** What files of responses have for a question that was not asked: no option has this value. */
    public static final String NOT_ASKED = "-9999";

    /** The number itself as an answer. No author's key can look like one. */
    public static ResponseOption number(int number) {
        return new ResponseOption(Integer.toString(number), number);
    }

    /** Whether it is a number that stands for itself. */
    boolean isNumber() {
        return Character.isDigit(id.charAt(id.length() - 1)) && id.equals(Integer.toString(value));
    }
}
