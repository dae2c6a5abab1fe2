package org.threesigns.instrument;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/**
 * The answers that an item can have.
 *
 * @param id its name; {@link #ONLY} in an instrument that has one for all items and gives it no name
 * @param input how they are asked for
 * @param options in the order shown. 2 to 20 choices, and exactly 2 of a checkbox, whose values may fall, leave gaps
 *     and repeat, but are not all the same; or 2 to 1001 numbers, which rise in equal steps
 */
public record ResponseScale(String id, InputType input, List<ResponseOption> options) {

    /** The name of the response scale that has none. */
    public static final String ONLY = "all";

    /** How many numbers there can be at most. */
    public static final int MOST_NUMBERS = 1001;

    /** No value of an option, and no number, is further from 0. */
    public static final int LARGEST_VALUE = 1000;

    /** How many choices there can be at most. */
    public static final int MOST_OPTIONS = 20;

    static final int FEWEST_OPTIONS = 2;

    public ResponseScale {
        options = List.copyOf(options);
    }

    /**
     * The whole numbers of a range.
     *
     * @param to the last one: a whole number of steps above the first
     */
    public static ResponseScale numbers(String id, InputType input, int from, int to, int step) {
        return new ResponseScale(
                id,
                input,
                IntStream.rangeClosed(0, (to - from) / step)
                        .mapToObj(place -> ResponseOption.number(from + place * step))
                        .toList());
    }

    /** Whether its answers are numbers, which need no label. */
    public boolean isNumber() {
        return input.isNumber();
    }

    /** By how much one number is above the one before it. */
    public int step() {
        return value(1) - value(0);
    }

    /** Whether its answers are choices, each worth one more than the choice before. */
    public boolean risesByOne() {
        return !isNumber() && IntStream.range(0, options.size()).allMatch(place -> value(place) == value(0) + place);
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

    /** The index of the first option with this value; empty where there is none. */
    public OptionalInt indexOfValue(int value) {
        return IntStream.range(0, options.size())
                .filter(index -> value(index) == value)
                .findFirst();
    }

    /** The option with this key; empty where there is none. */
    public Optional<ResponseOption> find(String option) {
        OptionalInt index = indexOf(option);
        return index.isPresent() ? Optional.of(options.get(index.getAsInt())) : Optional.empty();
    }

    /** Some of its options in order, and in pieces: numbers that follow on one another together, any other by itself. */
    public List<List<ResponseOption>> runs(Collection<ResponseOption> some) {
        var wanted = Set.copyOf(some);
        var runs = new ArrayList<List<ResponseOption>>();
        boolean goesOn = false;
        for (ResponseOption option : options) {
            boolean isWanted = wanted.contains(option);
            if (isWanted && !goesOn) {
                runs.add(new ArrayList<>());
            }
            if (isWanted) {
                runs.get(runs.size() - 1).add(option);
            }
            goesOn = isWanted && isNumber();
        }
        return runs;
    }

    public int lowest() {
        return isNumber() ? value(0) : reduce(Math::min);
    }

    public int highest() {
        return isNumber() ? value(options.size() - 1) : reduce(Math::max);
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
