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
import org.threesigns.instrument.ResponseScale;
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

    public boolean asksForNumbers() {
        return parts.stream().flatMap(part -> part.questions().stream()).anyMatch(question -> question.field() != null);
    }

    /** Under which key a browser may keep the answers until they are sent. */
    public String keepKey() {
        return keepKey(id, version, about);
    }

    static String keepKey(String id, int version, String about) {
        return id + "/" + version + "/" + about;
    }

    /** Where links to a question lead: its first radio button or box, or where a number is written. */
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
     * @param id of the item, or of the first box
     * @param choices the answers; none where it has boxes, or the answer is a number
     * @param boxes none where it has choices
     * @param none what says that no box fits; null where it has no boxes
     * @param field where a number is written; null where there is none to write
     * @param onlyIf the answers without which it is not asked, beyond those of its part
     * @param when all of these, for the script; null where it is asked of everybody
     * @param problem what is wrong with what was sent for it, as the key of a message
     */
    record QuestionView(
            String id,
            int number,
            MarkedText text,
            List<Choice> choices,
            List<Box> boxes,
            @Nullable Choice none,
            @Nullable NumberField field,
            Choice setAside,
            List<NeededAnswer> onlyIf,
            @Nullable String when,
            @Nullable String problem) {

        public String anchor() {
            return QuestionnairePage.anchor(id);
        }
    }

    record Choice(String id, String name, String value, String label, boolean checked) {}

    /**
     * @param open the answer where it is not ticked but its question is answered, for the script
     * @param onlyIf the answers without which it is not there, beyond those of its question
     * @param when all of these, for the script; null where it is there for everybody
     */
    record Box(
            String id,
            String name,
            String value,
            String open,
            MarkedText label,
            boolean checked,
            List<NeededAnswer> onlyIf,
            @Nullable String when) {}

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
                    instrument.questions(),
                    allParts,
                    failure.map(this::summary));
        }

        private List<PartView> parts() {
            var parts = new ArrayList<PartView>();
            int before = 0;
            for (Part part : order.parts()) {
                int number = parts.size() + 1;
                int next = number == instrument.parts().size() ? 0 : number + 1;
                var questions = part.isCheckbox()
                        ? List.of(boxes(part))
                        : part.items().stream()
                                .map(item -> question(item, part))
                                .toList();
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
            return NeededAnswer.of(condition, order, text, wording);
        }

        private QuestionView question(Item item, Part part) {
            boolean number = item.responseScale().isNumber();
            List<Choice> choices = number ? List.of() : choices(item);
            return new QuestionView(
                    item.id(),
                    order.number(item),
                    text.markedItem(item, wording),
                    choices,
                    List.of(),
                    null,
                    number ? NumberField.of(item.responseScale(), text, form.written(item)) : null,
                    choice(item, number ? 1 : choices.size(), QuestionnaireForm.SET_ASIDE, ""),
                    needed(item.condition().beyond(part.condition())),
                    forScript(item.condition()),
                    problem(List.of(item)));
        }

        private QuestionView boxes(Part part) {
            Item first = part.items().get(0);
            return new QuestionView(
                    first.id(),
                    order.number(first),
                    text.question(part, wording),
                    List.of(),
                    part.items().stream().map(item -> box(item, part)).toList(),
                    beside(part, "none", SubmittedBoxes.NONE),
                    null,
                    beside(part, "set-aside", QuestionnaireForm.SET_ASIDE),
                    List.of(),
                    forScript(part.condition()),
                    problem(part.items()));
        }

        private Box box(Item item, Part part) {
            String ticked = item.responseScale().ticked().id();
            Condition own = item.condition().beyond(part.condition());
            return new Box(
                    anchor(item.id()),
                    item.id(),
                    ticked,
                    item.responseScale().unticked().id(),
                    text.box(item, wording),
                    form.isChosen(item, ticked),
                    needed(own),
                    forScript(own));
        }

        private Choice beside(Part part, String id, String value) {
            String question = part.items().get(0).id();
            return new Choice(
                    question + "-" + id, SubmittedBoxes.field(part), value, "", form.isChosenBeside(part, value));
        }

        private static @Nullable String forScript(Condition condition) {
            return condition.isNone() ? null : NeededAnswer.forScript(condition);
        }

        private List<Choice> choices(Item item) {
            var choices = new ArrayList<Choice>();
            for (ResponseOption option : item.responseScale().options()) {
                choices.add(choice(item, choices.size(), option.id(), text.option(option)));
            }
            return choices;
        }

        private Choice choice(Item item, int index, String value, String label) {
            return new Choice(item.id() + "-" + index, item.id(), value, label, form.isChosen(item, value));
        }

        /** @param items of one question */
        private @Nullable String problem(List<Item> items) {
            return failure.stream()
                    .flatMap(reason -> reason.items().stream())
                    .filter(items::contains)
                    .findFirst()
                    .map(item -> problem(
                            item.responseScale(),
                            Optional.ofNullable(form.wrong().get(item)).orElse(Problem.OPEN)))
                    .orElse(null);
        }

        private static String problem(ResponseScale scale, Problem problem) {
            String key = problem.name().toLowerCase(Locale.ROOT);
            if (scale.isCheckbox()) {
                return "questionnaire.problem.boxes." + key;
            }
            String numbers = problem == Problem.OUTSIDE_THE_OPTIONS ? NumberField.kind(scale) : NumberField.NUMBER;
            return "questionnaire.problem." + key + (scale.isNumber() ? "." + numbers : "");
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
            return new Choice(id, QuestionnaireForm.SAFETY, value, label, form.isTicked(value));
        }

        private Summary summary(ValidationFailure reason) {
            return new Summary(
                    reason.reason().name().toLowerCase(Locale.ROOT),
                    reason.missing(),
                    reason.offersResultWithout(),
                    instrument.firstOfEachQuestion(reason.items()).stream()
                            .map(this::listed)
                            .toList());
        }

        private Listed listed(Item item) {
            MarkedText words = instrument
                    .boxesWith(item)
                    .map(part -> text.question(part, wording))
                    .orElseGet(() -> text.markedItem(item, wording));
            return new Listed(order.number(item), words, anchor(item.id()));
        }
    }
}
