package org.threesigns.instrument;

import java.util.List;

/**
 * The ordered answer format that every item of an instrument shares.
 *
 * @param options 2 to 11, lowest value first
 */
public record ResponseScale(List<ResponseOption> options) {

    static final int FEWEST_OPTIONS = 2;
    static final int MOST_OPTIONS = 11;

    public ResponseScale {
        options = List.copyOf(options);
    }

    /** The value of the option at this index, 0 being the lowest. */
    public int value(int option) {
        return options.get(option).value();
    }

    public int lowest() {
        return options.get(0).value();
    }

    public int highest() {
        return options.get(options.size() - 1).value();
    }
}
