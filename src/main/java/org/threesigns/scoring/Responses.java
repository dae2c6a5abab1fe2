package org.threesigns.scoring;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.threesigns.instrument.Condition;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.ResponseOption;
import org.threesigns.instrument.ResponseScale;

/**
 * The answers of one respondent: for each item, in item order, the chosen option, a skip, or that it was not asked. Immutable.
 *
 * @param encoded one character an item: {@code '-'} for a skip, {@code '.'} for what was not asked, otherwise the index of the
 *     option: of the first 36 in base 36, {@code '0'} being the first, and of the others the characters from {@code U+0100} on. This is also
 *     the stored form.
 */
public record Responses(String encoded) {

    private static final char SKIPPED = '-';
    private static final char NOT_ASKED = '.';
    private static final int RADIX = 36;
    private static final char BEYOND = '\u0100';
    private static final char LAST = BEYOND + ResponseScale.MOST_NUMBERS - RADIX - 1;

    /** @throws IllegalArgumentException if a character is none of these */
    public Responses {
        encoded.chars().forEach(Responses::requireKnown);
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

    /** The index of the option chosen for this item, 0 being the first; empty when it was skipped or not asked. */
    public OptionalInt option(Item item) {
        char answer = encoded.charAt(item.index());
        return answer == SKIPPED || answer == NOT_ASKED ? OptionalInt.empty() : OptionalInt.of(option(answer));
    }

    private static int option(char answer) {
        return answer < BEYOND ? Character.digit(answer, RADIX) : answer - BEYOND + RADIX;
    }

    private static char answer(int option) {
        if (option >= ResponseScale.MOST_NUMBERS) {
            throw new IllegalArgumentException("No instrument has an option " + option);
        }
        return option < RADIX ? Character.forDigit(option, RADIX) : (char) (BEYOND + option - RADIX);
    }

    /** What this item counts in its usual direction; empty when it was skipped or not asked. */
    public OptionalInt itemScore(Item item) {
        OptionalInt option = option(item);
        return option.isPresent() ? OptionalInt.of(item.score(option.getAsInt())) : option;
    }

    /** Whether this item was asked and has no answer. */
    public boolean skipped(Item item) {
        return encoded.charAt(item.index()) == SKIPPED;
    }

    public boolean isAsked(Item item) {
        return encoded.charAt(item.index()) != NOT_ASKED;
    }

    /** How many of these were asked. */
    public int asked(Collection<Item> items) {
        return (int) items.stream().filter(this::isAsked).count();
    }

    /** How many questions were asked; boxes that stand together are one. */
    public int questionsAsked(Instrument instrument) {
        return instrument
                .firstOfEachQuestion(
                        instrument.items().stream().filter(this::isAsked).toList())
                .size();
    }

    /** The same without answers to items that these answers leave out: those were not asked, nor what depends on them. */
    public Responses whereAsked(Instrument instrument) {
        if (!instrument.isConditional()) {
            return this;
        }
        Set<Item> asked = Condition.asked(instrument.items(), this::chosen);
        var kept = new StringBuilder(encoded);
        for (Item item : instrument.items()) {
            if (!asked.contains(item)) {
                kept.setCharAt(item.index(), NOT_ASKED);
            } else if (!isAsked(item)) {
                kept.setCharAt(item.index(), SKIPPED);
            }
        }
        return new Responses(kept.toString());
    }

    /** The option chosen for this item; empty when it was skipped or not asked. */
    public Optional<ResponseOption> chosen(Item item) {
        OptionalInt option = option(item);
        return option.isPresent()
                ? Optional.of(item.responseScale().options().get(option.getAsInt()))
                : Optional.empty();
    }

    /** A copy with this option chosen for this item. */
    public Responses with(Item item, int option) {
        var changed = new StringBuilder(encoded);
        changed.setCharAt(item.index(), answer(option));
        return new Responses(changed.toString());
    }

    private static void requireKnown(int answer) {
        boolean option = (answer >= '0' && answer <= '9')
                || (answer >= 'a' && answer <= 'z')
                || (answer >= BEYOND && answer <= LAST);
        if (!option && answer != SKIPPED && answer != NOT_ASKED) {
            throw new IllegalArgumentException("Neither an option nor a skip: character " + answer);
        }
    }
}
