package org.threesigns.osd;

import static java.util.Collections.disjoint;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.threesigns.osd.OsdDefinition.Interlude;
import org.threesigns.osd.OsdDefinition.Question;

/**
 * Questions that stand together.
 *
 * @param above what stands above the questions
 */
record PartDraft(List<Interlude> above, List<Question> questions) {

    static final int MOST = 20;

    List<String> heads() {
        return questions.get(0).heads();
    }

    /** The key of the question that has boxes; empty where these are questions of their own. */
    String boxes() {
        return questions.get(0).boxes();
    }

    boolean shuffled() {
        return questions.get(0).randomGroup() > 0;
    }

    /** The screens of a questionnaire: another one wherever something stands between questions, or they are asked otherwise. */
    static List<PartDraft> of(List<Object> items) {
        var screens = new ArrayList<PartDraft>();
        var above = new ArrayList<Interlude>();
        for (Object item : items) {
            if (item instanceof Interlude interlude) {
                above.add(interlude);
            } else if (item instanceof Question question) {
                add(question, above, screens);
            }
        }
        if (screens.isEmpty()) {
            throw new UnsupportedFeatureException("no questions", "items");
        }
        screens.forEach(PartDraft::requireKnownConditions);
        return screens;
    }

    private static void add(Question question, List<Interlude> above, List<PartDraft> screens) {
        if (!above.isEmpty()
                || screens.isEmpty()
                || !screens.get(screens.size() - 1).goesOnWith(question)) {
            screens.add(new PartDraft(List.copyOf(above), new ArrayList<>()));
            above.clear();
        }
        screens.get(screens.size() - 1).questions().add(question);
    }

    /** What stands after the last question, and on no screen. */
    static List<Interlude> after(List<Object> items) {
        var after = new ArrayList<Interlude>();
        for (Object item : items) {
            if (item instanceof Interlude interlude) {
                after.add(interlude);
            } else {
                after.clear();
            }
        }
        return after;
    }

    /** After which answers all of it is asked. */
    AskedAfter after() {
        return questions.stream()
                .map(Question::after)
                .reduce(AskedAfter::common)
                .orElseThrow();
    }

    private void requireKnownConditions() {
        Set<String> together = questions.stream().map(Question::id).collect(toSet());
        for (Question question : questions) {
            String place = "item " + question.id();
            if (shuffled() && !disjoint(question.after().values().keySet(), together)) {
                throw new UnsupportedFeatureException("a condition on a question of the same random order", place);
            }
            if (!above.stream().allMatch(text -> question.after().implies(text.after()))) {
                throw new UnsupportedFeatureException(
                        "a text above it that stands there after some answers only", place);
            }
        }
    }

    private boolean goesOnWith(Question question) {
        return heads().equals(question.heads())
                && questions.get(0).stem().equals(question.stem())
                && questions.get(0).randomGroup() == question.randomGroup()
                && (shuffled() || !boxes().isEmpty() || questions.size() < MOST);
    }

    /** The different answers that these questions can have, in order. */
    static List<Choices> choices(List<PartDraft> screens) {
        return questions(screens).stream().map(Question::choices).distinct().toList();
    }

    /** All questions of these, in order. */
    static List<Question> questions(List<PartDraft> screens) {
        return screens.stream().flatMap(screen -> screen.questions().stream()).toList();
    }
}
