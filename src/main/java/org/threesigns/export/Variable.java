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
record Variable(String key, String name, Kind kind, String label, ValueDescription values, String about) {

    enum Kind {
        /** A word. */
        TEXT("text", "character", "A64"),
        /** The key of a band. */
        BAND("text", "character", "A64"),
        /** 0 or 1. */
        FLAG("0 or 1", "integer", "F8.0"),
        /** The value of the chosen option; empty for a skip. */
        ANSWER("whole number", "integer", "F8.0"),
        /** The answer after keying. */
        ITEM_SCORE("whole number", "integer", "F8.0"),
        /** The answer after keying, times its weight on a scale. */
        WEIGHTED_SCORE("number", "numeric", "F12.6"),
        /** How many items were answered. */
        COUNT("whole number", "integer", "F8.0"),
        /** A mean or a sum; empty if too few items were answered. */
        SCALE_SCORE("number", "numeric", "F12.6");

        private final String form;
        private final String inR;
        private final String inSpss;

        /** @param form in words */
        Kind(String form, String inR, String inSpss) {
            this.form = form;
            this.inR = inR;
            this.inSpss = inSpss;
        }

        String inR() {
            return inR;
        }

        String inSpss() {
            return inSpss;
        }
    }

    public String form() {
        return kind.form;
    }

    /** Its row of the codebook. */
    List<String> cells() {
        return List.of(name, form(), label, values.words(), values.empty(), about, key);
    }

    public boolean isText() {
        return kind == Kind.TEXT || kind == Kind.BAND;
    }
}
