package org.threesigns.scoring;

import java.util.Arrays;
import java.util.OptionalInt;
import org.threesigns.instrument.Item;

/**
 * The answers of one respondent: for each item, in item order, the chosen option or a skip. Immutable.
 *
 * @param encoded one character an item: {@code '-'} for a skip, otherwise the index of the option in base 36, {@code
 *     '0'} being the first. This is also the stored form.
 */
public record Responses(String encoded) {

    private static final char SKIPPED = '-';
    private static final int RADIX = 36;

    /** @throws IllegalArgumentException if a character is neither a skip nor an option's index */
    public Responses {
        encoded.chars().forEach(Responses::requireAnswerOrSkip);
    }

    /** Responses that skip all items. */
    public static Responses allSkipped(int items) {
        var skips = new char[items];
        Arrays.fill(skips, SKIPPED);
        return new Responses(new String(skips));
    }

    public int size() {
        return encoded.length();
    }

    /** The index of the option chosen for this item, 0 being the first; empty when the item was skipped. */
    public OptionalInt option(Item item) {
        char answer = encoded.charAt(item.index());
        return answer == SKIPPED ? OptionalInt.empty() : OptionalInt.of(Character.digit(answer, RADIX));
    }

    /** What this item counts in its usual direction; empty when it was skipped. */
    public OptionalInt itemScore(Item item) {
        OptionalInt option = option(item);
        return option.isPresent() ? OptionalInt.of(item.score(option.getAsInt())) : option;
    }

    public boolean skipped(Item item) {
        return encoded.charAt(item.index()) == SKIPPED;
    }

    /** A copy with this option chosen for this item. */
    public Responses with(Item item, int option) {
        var changed = new StringBuilder(encoded);
        changed.setCharAt(item.index(), Character.forDigit(option, RADIX));
        return new Responses(changed.toString());
    }

    private static void requireAnswerOrSkip(int answer) {
        boolean option = (answer >= '0' && answer <= '9') || (answer >= 'a' && answer <= 'z');
        if (!option && answer != SKIPPED) {
            throw new IllegalArgumentException("Neither an option nor a skip: character " + answer);
        }
    }
}
