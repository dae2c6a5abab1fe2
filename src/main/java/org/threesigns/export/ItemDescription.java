package org.threesigns.export;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.KeyedItem;
import org.threesigns.instrument.Keying;
import org.threesigns.instrument.ResponseOption;

/** What the codebook says of an item and its answers. */
record ItemDescription(Instrument instrument, InstrumentText text, Item item) {

    /** Its words in each wording. */
    String words() {
        return instrument.wordings().stream()
                .map(wording -> text.item(item, wording))
                .distinct()
                .collect(joining(" / "));
    }

    /** Where it counts and how, and what it comes from. */
    String about() {
        String where = (item.scored() ? counts() : "not scored") + asked();
        return item.claim()
                .map(claim -> "%s; claim %s: %s".formatted(where, claim, text.claim(claim)))
                .orElse(where);
    }

    private String asked() {
        return item.condition().answers().entrySet().stream()
                .map(needed -> "%s is %s"
                        .formatted(
                                needed.getKey().id(),
                                needed.getValue().stream()
                                        .map(option -> Integer.toString(option.value()))
                                        .distinct()
                                        .collect(joining(" or "))))
                .collect(joining(" and ", item.isConditional() ? "; asked if " : "", ""));
    }

    private String counts() {
        Stream<String> otherwise = instrument.scalesCountingOtherwise(item).stream()
                .map(scale -> "on %s %s".formatted(text.scale(scale).name(), counts(scale.keyed(item))));
        Stream<String> asUsual = usualScales().isEmpty() ? Stream.of() : Stream.of(usualScales(), counts(usual()));
        return Stream.concat(asUsual, otherwise).collect(joining("; "));
    }

    /** The scales on which it counts in its usual direction. */
    String usualScales() {
        return instrument.scalesOf(item).stream()
                .filter(scale -> scale.keyed(item).isUsual())
                .map(scale -> text.scale(scale).name())
                .collect(joining(", "));
    }

    KeyedItem usual() {
        return KeyedItem.usual(item);
    }

    static String counts(KeyedItem keyed) {
        var responseScale = keyed.item().responseScale();
        String keying = keyed.keying() == Keying.FORWARD
                ? "keyed forward"
                : "keyed in reverse: %s − answer".formatted(responseScale.lowest() + responseScale.highest());
        return keyed.weight().isOne() ? keying : "%s, then × %s".formatted(keying, keyed.weight());
    }

    /** What each value means. Options with the same value share a line. */
    Map<String, String> answers() {
        var values = new LinkedHashMap<String, String>();
        for (ResponseOption option : item.responseScale().options()) {
            values.merge(Integer.toString(option.value()), text.option(option), "%s / %s"::formatted);
        }
        if (item.isConditional()) {
            values.put(ResponseOption.NOT_ASKED, "not asked");
        }
        return values;
    }

    /** The answer that each item score stands for. */
    Map<String, String> itemScores(KeyedItem keyed) {
        var options = item.responseScale().options();
        var byScore = new TreeMap<BigDecimal, String>();
        IntStream.range(0, options.size())
                .forEach(option -> byScore.merge(
                        keyed.weight().times(keyed.score(option)),
                        text.option(options.get(option)),
                        "%s / %s"::formatted));
        var values = new LinkedHashMap<String, String>();
        byScore.forEach((score, option) -> values.put(score.toPlainString(), option));
        return values;
    }
}
