package org.threesigns.instrument;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One question; the smallest unit that is scored.
 *
 * @param index its place in the order asked, from 0
 * @param responseScale the answers that it can have
 * @param keying how it counts on its scales, where none of them counts it otherwise ({@link KeyedItem})
 * @param facet the named group of items inside its scale that it belongs to
 * @param claim the key of the claim that it traces to; empty where the instrument names none
 * @param scored whether it counts on a scale; an item that does not only tailors the advice
 * @param sensitive whether it asks about acts that hurt somebody else
 * @param condition after which answers it is asked, that of its part included
 */
public record Item(
        String id,
        int index,
        boolean scored,
        ResponseScale responseScale,
        Keying keying,
        Optional<String> facet,
        Optional<String> claim,
        boolean sensitive,
        Condition condition) {

    static final Comparator<Item> IN_ORDER = Comparator.comparing(Item::index);

    /** Whether it is asked only after certain answers. */
    public boolean isConditional() {
        return !condition.isNone();
    }

    /** What it counts where the option at this index is chosen. */
    public int score(int option) {
        return keying.key(responseScale.value(option), responseScale);
    }

    /** The indexes of its options, from the one that counts least to the one that counts most. */
    public List<Integer> optionsByScore() {
        return IntStream.range(0, responseScale.options().size())
                .boxed()
                .sorted(Comparator.comparing(this::score))
                .toList();
    }

    /** Hashes the key alone, which is unique in an instrument: items are looked up more often than anything else. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
