package org.threesigns.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.threesigns.instrument.Condition;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.instrument.InstrumentText.PartText;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.MarkedText;
import org.threesigns.instrument.Part;
import org.threesigns.instrument.ResponseOption;
import org.threesigns.instrument.Wording;
import org.threesigns.questionnaire.QuestionnaireForm.Problem;

/**
 * The questionnaire as the page shows it.
 *
 * @param about the wording, as it stands in the address and on the form
 * @param allParts whether all parts are shown at once; so it is whenever the page comes back
 * @param summary why the page comes back
 */
record QuestionnairePage(
        String id,
        String name,
        int version,
        String about,
        MarkedText instructions,
        List<PartView> parts,
        Optional<SafetyView> safety,
        int questions,
        boolean allParts,
        Optional<Summary> summary) {

    /** Under which key a browser may keep the answers until they are sent. */
    public String keepKey() {
        return keepKey(id, version, about);
    }

    static String keepKey(String id, int version, String about) {
        return id + "/" + version + "/" + about;
    }

    /** Where links to a question lead: its first radio button, or where a number is written. */
    static String anchor(String item) {
        return item + "-0";
    }

    /**
     * @param next the number of the next part; 0 in the last one
     * @param text what stands above its questions; empty where nothing does
     * @param before how many questions come before this part
     * @param onlyIf the answers without which nothing of it is asked
     */
    record PartView(
            int number,
            int previous,
            int next,
            String title,
            Optional<MarkedText> text,
            int before,
            List<NeededAnswer> onlyIf,
            List<QuestionView> questions) {

        public int first() {
            return before + 1;
        }

        public int last() {
            return before + questions.size();
        }
    }

    /**
     * @param choices none where the answer is a number
     * @param field where it is written; null where the answers are choices
     * @param onlyIf the answers without which it is not asked, beyond those of its part
     * @param when all of these, for the script; null where it is asked of everybody
     * @param problem what is wrong with what was sent for it, as the key of a message
     */
    record QuestionView(
            String id,
            int number,
            MarkedText text,
            List<Choice> choices,
            @Nullable NumberField field,
            Choice setAside,
            List<NeededAnswer> onlyIf,
            @Nullable String when,
            @Nullable String problem) {

        public String anchor() {
            return QuestionnairePage.anchor(id);
        }
    }

    record Choice(String id, String value, String label, boolean checked) {}

    record SafetyView(String question, String hint, List<Choice> statements) {}

    /**
     * @param key the reason, as part of a message key
     * @param missing how many answers are needed for a first score
     */
    record Summary(String key, int missing, boolean offersResultWithout, List<Listed> questions) {}

    /** @param anchor where links to the question lead */
    record Listed(int number, MarkedText text, String anchor) {}

    static String parameter(Wording wording) {
        return wording.name().toLowerCase(Locale.ROOT);
    }

    /** Puts one page together. */
    static final class Builder {

        private final QuestionnaireForm form;
        private final AskingOrder order;
        private final Instrument instrument;
        private final InstrumentText text;
        private final Wording wording;
        private final Optional<ValidationFailure> failure;

        Builder(
                QuestionnaireForm form,
                AskingOrder order,
                String language,
                Wording wording,
                Optional<ValidationFailure> failure) {
            this.form = form;
            this.order = order;
            this.instrument = form.instrument();
            this.text = instrument.text(language);
            this.wording = wording;
            this.failure = failure;
        }

        QuestionnairePage build(boolean allParts) {
            List<PartView> parts = parts();
            return new QuestionnairePage(
                    instrument.id(),
                    text.name(),
                    instrument.version(),
                    parameter(wording),
                    text.instructions(wording),
                    parts,
                    safety(),
                    instrument.items().size(),
                    allParts,
                    failure.map(this::summary));
        }

        private List<PartView> parts() {
            var parts = new ArrayList<PartView>();
            int before = 0;
            for (Part part : order.parts()) {
                int number = parts.size() + 1;
                int next = number == instrument.parts().size() ? 0 : number + 1;
                var questions =
                        part.items().stream().map(item -> question(item, part)).toList();
                parts.add(partView(number, next, part, before, questions));
                before += questions.size();
            }
            return parts;
        }

        private PartView partView(int number, int next, Part part, int before, List<QuestionView> questions) {
            PartText words = text.part(part);
            return new PartView(
                    number, number - 1, next, words.title(), words.text(), before, needed(part.condition()), questions);
        }

        private List<NeededAnswer> needed(Condition condition) {
            return NeededAnswer.of(condition, order, text);
        }

        private QuestionView question(Item item, Part part) {
            boolean number = item.responseScale().isNumber();
            List<Choice> choices = number ? List.of() : choices(item);
            return new QuestionView(
                    item.id(),
                    order.number(item),
                    text.markedItem(item, wording),
                    choices,
                    number ? NumberField.of(item.responseScale(), text, form.written(item)) : null,
                    choice(item, number ? 1 : choices.size(), QuestionnaireForm.SET_ASIDE, ""),
                    needed(item.condition().beyond(part.condition())),
                    item.isConditional() ? NeededAnswer.forScript(item.condition()) : null,
                    problem(item));
        }

        private List<Choice> choices(Item item) {
            var choices = new ArrayList<Choice>();
            for (ResponseOption option : item.responseScale().options()) {
                choices.add(choice(item, choices.size(), option.id(), text.option(option)));
            }
            return choices;
        }

        private Choice choice(Item item, int index, String value, String label) {
            return new Choice(item.id() + "-" + index, value, label, form.isChosen(item, value));
        }

        private @Nullable String problem(Item item) {
            if (failure.isEmpty() || !failure.get().items().contains(item)) {
                return null;
            }
            var problem = Optional.ofNullable(form.wrong().get(item)).orElse(Problem.OPEN);
            String key = "questionnaire.problem." + problem.name().toLowerCase(Locale.ROOT);
            if (!item.responseScale().isNumber()) {
                return key;
            }
            return key + "."
                    + (problem == Problem.OUTSIDE_THE_OPTIONS
                            ? NumberField.kind(item.responseScale())
                            : NumberField.NUMBER);
        }

        private Optional<SafetyView> safety() {
            return text.safety().map(safety -> {
                var choices = new ArrayList<Choice>();
                safety.statements()
                        .forEach(statement ->
                                choices.add(tick("safety-" + statement.id(), statement.id(), statement.text())));
                choices.add(tick("safety-rather-not", QuestionnaireForm.RATHER_NOT, safety.ratherNot()));
                return new SafetyView(safety.question(), safety.hint(), choices);
            });
        }

        private Choice tick(String id, String value, String label) {
            return new Choice(id, value, label, form.isTicked(value));
        }

        private Summary summary(ValidationFailure reason) {
            return new Summary(
                    reason.reason().name().toLowerCase(Locale.ROOT),
                    reason.missing(),
                    reason.offersResultWithout(),
                    reason.items().stream().map(this::listed).toList());
        }

        private Listed listed(Item item) {
            return new Listed(order.number(item), text.markedItem(item, wording), anchor(item.id()));
        }
    }
}
