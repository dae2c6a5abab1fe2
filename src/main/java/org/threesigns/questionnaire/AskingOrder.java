package org.threesigns.questionnaire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Part;

/** The order in which one sitting is asked: the same again when the form comes back and when its answers are changed. */
record AskingOrder(List<Part> parts, Map<Item, Integer> numbers) {

    /** @param token of the sitting's result, which decides the order of parts that are asked at random */
    static AskingOrder of(Instrument instrument, AssessmentToken token) {
        var random = new Random(token.value().hashCode());
        List<Part> parts = instrument.parts().stream()
                .map(part -> part.random() ? shuffled(part, random) : part)
                .toList();
        var numbers = new HashMap<Item, Integer>();
        int before = 0;
        for (Part part : parts) {
            for (int place = 0; place < part.items().size(); place++) {
                numbers.put(part.items().get(place), before + 1 + (part.isCheckbox() ? 0 : place));
            }
            before += part.questions();
        }
        return new AskingOrder(parts, numbers);
    }

    private static Part shuffled(Part part, Random random) {
        var items = new ArrayList<>(part.items());
        Collections.shuffle(items, random);
        return new Part(part.id(), items, true, part.condition());
    }

    /** The number of a question on the form, from 1; all boxes of one have the same. */
    int number(Item item) {
        return Objects.requireNonNull(numbers.get(item), item.id());
    }
}
