package org.threesigns.export;

import java.util.List;

/**
 * One column of the exported responses.
 *
 * @param key of the item or scale that it is about; empty where it is about the whole result
 * @param name letters, digits and underscores, a letter first, at most 64: what R and SPSS accept
 * @param kind the kind of its values
 * @param label what it holds, in one line
 * @param values what its cells can hold
 * @param about keying, scale, claim and the like
 */
record Variable(String key, String name, Kind kind, String label, Values values, String about) {

    enum Kind {
        /** A word. */
        TEXT("text"),
        /** The key of a band. */
        BAND("text"),
        /** 0 or 1. */
        FLAG("0 or 1"),
        /** The value of the chosen option; empty for a skip. */
        ANSWER("whole number"),
        /** The answer after keying. */
        ITEM_SCORE("whole number"),
        /** The answer after keying, times its weight on a scale. */
        WEIGHTED_SCORE("number"),
        /** How many items were answered. */
        COUNT("whole number"),
        /** A mean or a sum; empty if too few items were answered. */
        SCALE_SCORE("number");

        private final String form;

        Kind(String form) {
            this.form = form;
        }

        String form() {
            return form;
        }
    }

    public String form() {
        return kind.form();
    }

    /** Its row of the codebook. */
    List<String> cells() {
        return List.of(name, form(), label, values.words(), values.empty(), about, key);
    }

    public boolean isText() {
        return kind == Kind.TEXT || kind == Kind.BAND;
    }
}
