package org.threesigns.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.MarkedText;
import org.threesigns.instrument.Part;
import org.threesigns.instrument.ResponseOption;
import org.threesigns.instrument.Wording;

/**
 * What is answered, for looking it over.
 *
 * @param about the wording, as it stands in the address and on the form
 * @param fields what the form holds besides, so that the page can send it again: answers, and what was ticked about safety
 * @param safety whether the questionnaire asks the safety question, of which this page shows nothing
 */
record AnswersPage(
        String id,
        String name,
        int version,
        String about,
        int open,
        boolean safety,
        List<PartAnswers> parts,
        List<Field> fields) {

    /** Under which key a browser may keep the answers until they are sent. */
    public String keepKey() {
        return QuestionnairePage.keepKey(id, version, about);
    }

    record PartAnswers(int number, String title, List<Answer> answers) {}

    /**
     * @param anchor where links to the question on the form lead
     * @param answers in words: the one chosen, or what stands beside each ticked box; none where there is neither
     * @param state what stands there then, as the key of a message
     * @param wrong what was written where a number was asked for and is no answer; empty where nothing was
     */
    record Answer(
            int number,
            MarkedText text,
            String anchor,
            List<String> answers,
            boolean asked,
            String state,
            String wrong) {}

    record Field(String name, String value) {}

    static AnswersPage of(QuestionnaireForm form, AskingOrder order, String language, Wording wording) {
        var instrument = form.instrument();
        InstrumentText text = instrument.text(language);
        var parts = new ArrayList<PartAnswers>();
        for (var part : order.parts()) {
            parts.add(new PartAnswers(
                    parts.size() + 1,
                    text.part(part).title(),
                    part.isCheckbox()
                            ? List.of(boxes(form, order, part, text, wording))
                            : part.items().stream()
                                    .map(item -> answer(form, order.number(item), item, text, wording))
                                    .toList()));
        }
        int open = instrument
                .firstOfEachQuestion(form.asked().stream()
                        .filter(item -> !form.chosen().containsKey(item))
                        .toList())
                .size();
        return new AnswersPage(
                instrument.id(),
                text.name(),
                instrument.version(),
                wording.key(),
                open,
                text.safety().isPresent(),
                parts,
                fields(form));
    }

    private static Answer answer(QuestionnaireForm form, int number, Item item, InstrumentText text, Wording wording) {
        boolean asked = form.asked().contains(item);
        String wrong = form.typed().getOrDefault(item, "");
        List<String> chosen = Optional.ofNullable(form.chosen().get(item))
                .filter(value -> asked)
                .flatMap(item.responseScale()::find)
                .map((ResponseOption option) -> text.answer(item, option))
                .stream()
                .toList();
        return new Answer(
                number,
                text.markedItem(item, wording),
                QuestionnairePage.anchor(item.id()),
                chosen,
                asked,
                wrong.isEmpty()
                        ? state(asked, form.isChosen(item, QuestionnaireForm.SET_ASIDE))
                        : "questionnaire.answers.wrong",
                wrong);
    }

    private static Answer boxes(
            QuestionnaireForm form, AskingOrder order, Part part, InstrumentText text, Wording wording) {
        List<Item> asked = part.items().stream().filter(form.asked()::contains).toList();
        Item first = asked.isEmpty() ? part.items().get(0) : asked.get(0);
        List<String> ticked = asked.stream()
                .filter(box -> form.isChosen(box, box.responseScale().ticked().id()))
                .map(box -> text.box(box, wording).plain())
                .toList();
        return new Answer(
                order.number(first),
                text.question(part, wording),
                QuestionnairePage.anchor(first.id()),
                ticked,
                !asked.isEmpty(),
                form.isChosenBeside(part, SubmittedBoxes.NONE)
                        ? "questionnaire.boxes.none"
                        : state(!asked.isEmpty(), form.isChosenBeside(part, QuestionnaireForm.SET_ASIDE)),
                "");
    }

    private static String state(boolean asked, boolean setAside) {
        if (!asked) {
            return "questionnaire.answers.not-asked";
        }
        return setAside ? "questionnaire.set-aside" : "questionnaire.answers.open";
    }

    private static List<Field> fields(QuestionnaireForm form) {
        var fields = new ArrayList<Field>();
        form.chosen().forEach((item, value) -> {
            boolean sent = !item.responseScale().isCheckbox()
                    || value.equals(item.responseScale().ticked().id());
            if (sent) {
                fields.add(new Field(item.id(), value));
            }
        });
        form.instrument()
                .checkboxParts()
                .forEach(part -> SubmittedBoxes.BESIDE.stream()
                        .filter(value -> form.isChosenBeside(part, value))
                        .forEach(value -> fields.add(new Field(SubmittedBoxes.field(part), value))));
        form.typed().forEach((item, text) -> fields.add(new Field(item.id(), text)));
        form.safety().forEach(statement -> fields.add(new Field(QuestionnaireForm.SAFETY, statement)));
        return fields;
    }
}
