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
import org.threesigns.questionnaire.QuestionnairePage.Box;
import org.threesigns.questionnaire.QuestionnairePage.Choice;
import org.threesigns.questionnaire.QuestionnairePage.Listed;
import org.threesigns.questionnaire.QuestionnairePage.PartView;
import org.threesigns.questionnaire.QuestionnairePage.QuestionView;
import org.threesigns.questionnaire.QuestionnairePage.SafetyView;
import org.threesigns.questionnaire.QuestionnairePage.Summary;

/** Puts the page of a form together, in one language and wording. */
final class QuestionnairePageBuilder {

    private final QuestionnaireForm form;
    private final AskingOrder order;
    private final Instrument instrument;
    private final InstrumentText text;
    private final Wording wording;
    private final Optional<ValidationFailure> failure;

    QuestionnairePageBuilder(
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
                wording.key(),
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
                    : part.items().stream().map(item -> question(item, part)).toList();
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
                QuestionnairePage.anchor(item.id()),
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
        return new Choice(question + "." + id, SubmittedBoxes.field(part), value, "", form.isChosenBeside(part, value));
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
        return new Choice(item.id() + "." + index, item.id(), value, label, form.isChosen(item, value));
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
        return new Listed(order.number(item), words, QuestionnairePage.anchor(item.id()));
    }
}
