package org.threesigns.instrument;

import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what some numbers mean, such as the ends of a slider, in one language. */
final class AnchorReader {

    static final String KEY = "anchors";

    private static final int MOST_ANCHORS = 11;

    private AnchorReader() {}

    /** By response scale and option. A slider has words for both of its ends. */
    static Map<String, Map<String, String>> read(ContentNode file, List<ResponseScale> all) {
        List<ResponseScale> numbers =
                all.stream().filter(ResponseScale::isNumber).toList();
        boolean needed = numbers.stream().anyMatch(AnchorReader::isNeeded);
        Optional<ContentNode> anchors = needed ? Optional.of(file.get(KEY)) : file.find(KEY);
        var read = new HashMap<String, Map<String, String>>();
        if (anchors.isEmpty()) {
            return read;
        }
        ContentNode node = anchors.get();
        if (numbers.isEmpty()) {
            throw node.problem("No answers are numbers.", "Remove it.");
        }
        if (numbers.get(0).name().isEmpty()) {
            read.put(numbers.get(0).id(), words(node, numbers.get(0)));
            return read;
        }
        node.allowOnly(numbers.stream().map(ResponseScale::id).collect(toSet()));
        Problems.checkEach(numbers, scale -> {
            Optional<ContentNode> own = isNeeded(scale) ? Optional.of(node.get(scale.id())) : node.find(scale.id());
            own.ifPresent(words -> read.put(scale.id(), words(words, scale)));
        });
        return read;
    }

    private static boolean isNeeded(ResponseScale scale) {
        return scale.input() == InputType.SLIDER;
    }

    private static Map<String, String> words(ContentNode node, ResponseScale scale) {
        if (node.keys().size() > MOST_ANCHORS) {
            throw node.problem(
                    "There are words for %s numbers.".formatted(node.keys().size()),
                    "Give them for at most %s.".formatted(MOST_ANCHORS));
        }
        var words = new HashMap<String, String>();
        Problems.checkEach(node.keys(), key -> {
            ResponseOption number = scale.find(key.text())
                    .orElseThrow(() -> key.problem(
                            "'%s' is no answer there.".formatted(key.text()),
                            "Write one of the numbers from %s to %s.".formatted(scale.lowest(), scale.highest())));
            words.put(number.id(), node.get(key.text()).text());
        });
        if (isNeeded(scale)) {
            Stream.of(scale.lowest(), scale.highest())
                    .map(end -> Integer.toString(end))
                    .forEach(node::get);
        }
        return Map.copyOf(words);
    }
}
