package org.threesigns.export;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
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
                                needed.getKey().responseScale().runs(needed.getValue()).stream()
                                        .map(ItemDescription::values)
                                        .distinct()
                                        .collect(joining(" or "))))
                .collect(joining(" and ", item.isConditional() ? "; asked if " : "", ""));
    }

    private static String values(List<ResponseOption> run) {
        int first = run.get(0).value();
        return run.size() == 1
                ? Integer.toString(first)
                : "%s to %s".formatted(first, run.get(run.size() - 1).value());
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

    /** What each value means. Options with the same value share a line, and numbers without words have none. */
    ValueDescription answers(String empty) {
        var scale = item.responseScale();
        var values = new LinkedHashMap<String, String>();
        for (ResponseOption option : scale.options()) {
            meaning(option)
                    .ifPresent(words -> values.merge(Integer.toString(option.value()), words, "%s / %s"::formatted));
        }
        if (item.isConditional()) {
            values.put(ResponseOption.NOT_ASKED, "not asked");
        }
        String range = "whole numbers from %s to %s%s"
                .formatted(scale.lowest(), scale.highest(), scale.step() == 1 ? "" : " in steps of " + scale.step());
        return new ValueDescription(values, scale.isNumber() ? range : "", empty);
    }

    private Optional<String> meaning(ResponseOption option) {
        return item.responseScale().isNumber()
                ? text.anchor(item.responseScale(), option)
                : Optional.of(text.option(option));
    }

    /** The answer that each item score stands for. */
    ValueDescription itemScores(KeyedItem keyed, String empty) {
        var options = item.responseScale().options();
        var byScore = new TreeMap<BigDecimal, String>();
        IntStream.range(0, options.size())
                .forEach(option -> meaning(options.get(option))
                        .ifPresent(words ->
                                byScore.merge(keyed.weight().times(keyed.score(option)), words, "%s / %s"::formatted)));
        var values = new LinkedHashMap<String, String>();
        byScore.forEach((score, option) -> values.put(score.toPlainString(), option));
        return new ValueDescription(values, item.responseScale().isNumber() ? range(keyed) : "", empty);
    }

    private static String range(KeyedItem keyed) {
        var ends = Stream.of(0, keyed.item().responseScale().options().size() - 1)
                .map(option -> keyed.weight().times(keyed.score(option)))
                .sorted()
                .toList();
        return "%s to %s".formatted(ends.get(0).toPlainString(), ends.get(1).toPlainString());
    }
}
