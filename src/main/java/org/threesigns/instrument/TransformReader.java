package org.threesigns.instrument;

import java.util.List;
import org.threesigns.instrument.Transform.Operation;
import org.threesigns.instrument.Transform.Step;

/** Reads a transform: a list of steps such as {@code [{subtract: 1}, {divide: 4}]}. */
final class TransformReader {

    private static final int MOST_STEPS = 10;

    private TransformReader() {}

    static Transform read(ContentNode node) {
        List<ContentNode> steps = node.list();
        if (steps.isEmpty() || steps.size() > MOST_STEPS) {
            throw node.problem(
                    "There are %s steps.".formatted(steps.size()),
                    "Give 1 to %s, or none at all.".formatted(MOST_STEPS));
        }
        Transform transform = Transform.NONE;
        for (var step : steps) {
            transform = then(transform, step);
        }
        return transform;
    }

    private static Transform then(Transform before, ContentNode node) {
        if (node.entries().size() != 1) {
            throw node.problem("A step does one thing.", "Write a list item for each, such as '- subtract: 1'.");
        }
        var step = node.keys().get(0);
        try {
            return before.then(
                    new Step(step.oneOf(Operation.class), node.get(step.text()).decimal()));
        } catch (ArithmeticException e) {
            throw step.problem(
                    "This step takes away what the score says, or makes a fraction of very long numbers.",
                    "Choose another number; not 0, and none of many digits.");
        }
    }
}
