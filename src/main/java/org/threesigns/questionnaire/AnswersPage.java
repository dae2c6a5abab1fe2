package org.threesigns.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.MarkedText;
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
     * @param answer in words; empty where the question was set aside, is open or is not asked
     * @param wrong what was written where a number was asked for and is no answer
     */
    record Answer(
            int number,
            MarkedText text,
            String anchor,
            Optional<String> answer,
            Optional<String> wrong,
            boolean asked,
            boolean setAside) {

        /** What stands where there is no answer, as the key of a message. */
        public String state() {
            if (!asked) {
                return "questionnaire.answers.not-asked";
            }
            if (wrong.isPresent()) {
                return "questionnaire.answers.wrong";
            }
            return setAside ? "questionnaire.set-aside" : "questionnaire.answers.open";
        }
    }

    record Field(String name, String value) {}

    static AnswersPage of(QuestionnaireForm form, AskingOrder order, String language, Wording wording) {
        var instrument = form.instrument();
        InstrumentText text = instrument.text(language);
        var parts = new ArrayList<PartAnswers>();
        for (var part : order.parts()) {
            parts.add(new PartAnswers(
                    parts.size() + 1,
                    text.part(part).title(),
                    part.items().stream()
                            .map(item -> answer(form, order.number(item), item, text, wording))
                            .toList()));
        }
        int open = (int) form.asked().stream()
                .filter(item -> !form.chosen().containsKey(item))
                .count();
        return new AnswersPage(
                instrument.id(),
                text.name(),
                instrument.version(),
                QuestionnairePage.parameter(wording),
                open,
                text.safety().isPresent(),
                parts,
                fields(form));
    }

    private static Answer answer(QuestionnaireForm form, int number, Item item, InstrumentText text, Wording wording) {
        boolean asked = form.asked().contains(item);
        Optional<String> chosen = Optional.ofNullable(form.chosen().get(item))
                .filter(value -> asked)
                .flatMap(item.responseScale()::find)
                .map((ResponseOption option) -> text.answer(item, option));
        return new Answer(
                number,
                text.markedItem(item, wording),
                QuestionnairePage.anchor(item.id()),
                chosen,
                Optional.ofNullable(form.typed().get(item)),
                asked,
                form.isChosen(item, QuestionnaireForm.SET_ASIDE));
    }

    private static List<Field> fields(QuestionnaireForm form) {
        var fields = new ArrayList<Field>();
        form.chosen().forEach((item, value) -> fields.add(new Field(item.id(), value)));
        form.typed().forEach((item, text) -> fields.add(new Field(item.id(), text)));
        form.safety().forEach(statement -> fields.add(new Field(QuestionnaireForm.SAFETY, statement)));
        return fields;
    }
}
