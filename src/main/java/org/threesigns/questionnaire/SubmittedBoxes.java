package org.threesigns.questionnaire;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Part;
import org.threesigns.questionnaire.QuestionnaireForm.Problem;

/**
 * What was sent for one question with boxes. No box ticked is no answer: "none of these" is a choice of its own.
 *
 * @param ticked the ticked boxes among those that are asked
 * @param beside {@link #NONE}, {@link QuestionnaireForm#SET_ASIDE}, nothing, or both where somebody contradicts themselves
 * @param readable whether nothing else was sent
 */
record SubmittedBoxes(List<Item> asked, Set<Item> ticked, Set<String> beside, boolean readable) {

    /** What is sent for "None of these". */
    static final String NONE = "none";

    static final Set<String> BESIDE = Set.of(NONE, QuestionnaireForm.SET_ASIDE);

    /** The field of what can be chosen instead of a box. */
    static String field(Part part) {
        return "_beside-" + part.id();
    }

    /** Instead of boxes, where all of them that are asked are answered alike. */
    static Map<String, Set<String>> beside(Instrument instrument, Map<Item, String> chosen, Set<Item> asked) {
        var beside = new HashMap<String, Set<String>>();
        for (Part part : instrument.checkboxParts()) {
            Item first = part.items().get(0);
            Set<String> answers = part.items().stream()
                    .filter(asked::contains)
                    .map(box -> chosen.getOrDefault(box, ""))
                    .collect(toSet());
            if (answers.equals(Set.of(QuestionnaireForm.SET_ASIDE))) {
                beside.put(part.id(), answers);
            } else if (answers.equals(Set.of(first.responseScale().unticked().id()))) {
                beside.put(part.id(), Set.of(NONE));
            }
        }
        return beside;
    }

    /** @param asked the boxes of this part that are asked, at least one */
    static SubmittedBoxes of(Part part, List<Item> asked, MultiValueMap<String, String> sent) {
        var beside = new LinkedHashSet<>(sent.getOrDefault(field(part), List.of()));
        boolean unknown = beside.removeIf(value -> !BESIDE.contains(value));
        Set<Item> sentFor =
                asked.stream().filter(box -> sent.containsKey(box.id())).collect(toSet());
        Set<Item> ticked = sentFor.stream()
                .filter(box -> sent.getOrDefault(box.id(), List.of())
                        .equals(List.of(box.responseScale().ticked().id())))
                .collect(toSet());
        return new SubmittedBoxes(asked, ticked, beside, !unknown && ticked.equals(sentFor));
    }

    /** Why these are no answer; empty where they are one, or nothing was sent. */
    Map<Item, Problem> problems() {
        boolean contradicts = beside.size() + (ticked.isEmpty() ? 0 : 1) > 1;
        if (readable && !contradicts) {
            return Map.of();
        }
        Problem problem = readable ? Problem.CONTRADICTING : Problem.OUTSIDE_THE_OPTIONS;
        return asked.stream().collect(toMap(box -> box, box -> problem));
    }

    /** What each box is answered with: of a question with a problem, only those that were ticked. */
    Map<Item, String> chosen() {
        boolean answersAll = problems().isEmpty() && (!ticked.isEmpty() || !beside.isEmpty());
        return asked.stream()
                .filter(box -> answersAll || ticked.contains(box))
                .collect(toMap(box -> box, this::chosen));
    }

    private String chosen(Item box) {
        if (ticked.contains(box)) {
            return box.responseScale().ticked().id();
        }
        return beside.contains(QuestionnaireForm.SET_ASIDE)
                ? QuestionnaireForm.SET_ASIDE
                : box.responseScale().unticked().id();
    }
}
