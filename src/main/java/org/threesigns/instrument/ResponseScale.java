package org.threesigns.instrument;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/**
 * The answers that an item can have.
 *
 * @param id its name; {@link #ONLY} in an instrument that has one for all items and gives it no name
 * @param input how they are asked for
 * @param options 2 to 20, and exactly 2 of a checkbox, in the order shown. Their values may fall, leave gaps and repeat, but are not all the same
 */
public record ResponseScale(String id, InputType input, List<ResponseOption> options) {

    /** The name of the response scale that has none. */
    public static final String ONLY = "all";

    static final int FEWEST_OPTIONS = 2;
    static final int MOST_OPTIONS = 20;

    public ResponseScale {
        options = List.copyOf(options);
    }

    /** Its name; empty where it has none. */
    public Optional<String> name() {
        return Optional.of(id).filter(name -> !name.equals(ONLY));
    }

    public boolean isCheckbox() {
        return input == InputType.CHECKBOX;
    }

    /** The option of a box that is left open. */
    public ResponseOption unticked() {
        return options.get(0);
    }

    /** The option of a ticked box. */
    public ResponseOption ticked() {
        return options.get(1);
    }

    /** The value of the option at this index. */
    public int value(int option) {
        return options.get(option).value();
    }

    /** The index of the option with this key; empty where there is none. */
    public OptionalInt indexOf(String option) {
        return IntStream.range(0, options.size())
                .filter(index -> options.get(index).id().equals(option))
                .findFirst();
    }

    /** The option with this key; empty where there is none. */
    public Optional<ResponseOption> find(String option) {
        return options.stream().filter(each -> each.id().equals(option)).findFirst();
    }

    public int lowest() {
        return reduce(Math::min);
    }

    public int highest() {
        return reduce(Math::max);
    }

    public int width() {
        return highest() - lowest();
    }

    /** Above 0 where an item score is above the middle of the range, below 0 where it is below. */
    public int fromTheMiddle(int itemScore) {
        return 2 * itemScore - lowest() - highest();
    }

    private int reduce(IntBinaryOperator either) {
        int result = value(0);
        for (ResponseOption option : options) {
            result = either.applyAsInt(result, option.value());
        }
        return result;
    }
}
