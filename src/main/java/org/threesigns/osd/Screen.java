package org.threesigns.osd;

import java.util.ArrayList;
import java.util.List;
import org.threesigns.osd.ScaleDefinition.Interlude;
import org.threesigns.osd.ScaleDefinition.Question;

/**
 * Questions that stand together.
 *
 * @param above the keys of the texts above the questions
 */
record Screen(List<String> above, List<Question> questions) {

    static final int MOST = 20;

    String head() {
        return questions.get(0).head();
    }

    boolean shuffled() {
        return questions.get(0).randomGroup() > 0;
    }

    /** The screens of a questionnaire: another one wherever something stands between questions, or they are asked otherwise. */
    static List<Screen> of(List<Object> items) {
        var screens = new ArrayList<Screen>();
        var above = new ArrayList<String>();
        for (Object item : items) {
            if (item instanceof Interlude interlude) {
                above.add(interlude.textKey());
            } else if (item instanceof Question question) {
                if (!above.isEmpty()
                        || screens.isEmpty()
                        || !screens.get(screens.size() - 1).goesOnWith(question)) {
                    screens.add(new Screen(List.copyOf(above), new ArrayList<>()));
                    above.clear();
                }
                screens.get(screens.size() - 1).questions().add(question);
            }
        }
        if (screens.isEmpty()) {
            throw new UnsupportedScaleException("no questions", "items");
        }
        return screens;
    }

    private boolean goesOnWith(Question question) {
        return head().equals(question.head())
                && questions.get(0).randomGroup() == question.randomGroup()
                && (shuffled() || questions.size() < MOST);
    }

    /** The different answers that these questions can have, in order. */
    static List<Choices> choices(List<Screen> screens) {
        return questions(screens).stream().map(Question::choices).distinct().toList();
    }

    /** All questions of these, in order. */
    static List<Question> questions(List<Screen> screens) {
        return screens.stream().flatMap(screen -> screen.questions().stream()).toList();
    }
}
