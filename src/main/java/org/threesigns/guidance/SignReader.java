package org.threesigns.guidance;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.threesigns.guidance.GuidanceText.Advice;
import org.threesigns.guidance.GuidanceText.Words;
import org.threesigns.instrument.ContentNode;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Problems;
import org.threesigns.instrument.Scale;

/** Reads the texts of one scale, of which the first that fits is shown, and refuses a gap between them or one too many. */
class SignReader {

    private final Instrument instrument;
    private final Scale scale;
    private final TextReader texts;
    private final AssumptionReader assumptions;

    SignReader(Instrument instrument, Scale scale, TextReader texts) {
        this.instrument = instrument;
        this.scale = scale;
        this.texts = texts;
        this.assumptions = AssumptionReader.of(scale);
    }

    List<SignText> read(ContentNode node) {
        List<ContentNode> nodes = node.list();
        List<SignText> all = Problems.readEach(nodes, this::readText);
        List<Assumption> assumed = all.stream().map(SignText::assumes).toList();
        new FirstThatFits(nodes, assumed)
                .check(() -> AnswerPatterns.on(scale, instrument, assumed))
                .ifPresent(pattern -> {
                    throw node.problem(
                            "No text fits answers like these: %s.".formatted(pattern),
                            "Add a text that assumes no more than that, or let one of these assume less.");
                });
        return all;
    }

    private SignText readText(ContentNode node) {
        var problems = new Problems();
        problems.check(() -> node.allowOnly(
                Set.of("assumes", "explanation", "explanation-past", "advice", "practice", "notice", "notice-past")));
        problems.check(() -> node.find("notice").ifPresent(notice -> requirePractice(node, notice)));
        Supplier<Assumption> assumes = problems.read(() -> assumptions.read(node));
        TextReader here = node.find("assumes").isPresent() ? texts.whereAnswersAreAssumed() : texts;
        for (String key : List.of("explanation", "explanation-past")) {
            problems.check(() -> node.find(key).ifPresent(text -> requirePlaceholders(text, assumes.get())));
        }
        Supplier<Words> explanation = problems.read(() -> here.words(node, "explanation"));
        Supplier<Optional<Advice>> advice =
                problems.read(() -> node.find("advice").map(here::readAdvice));
        Supplier<Optional<Advice>> practice =
                problems.read(() -> node.find("practice").map(here::readForEverybody));
        Supplier<Optional<Words>> notice =
                problems.read(() -> node.find("notice").map(text -> here.words(node, "notice")));
        problems.throwIfAny();
        return new SignText(assumes.get(), explanation.get(), advice.get(), practice.get(), notice.get());
    }

    private static void requirePractice(ContentNode text, ContentNode notice) {
        if (text.find("practice").isEmpty()) {
            throw notice.problem("There is no practice to notice anything of.", "Add 'practice: …'.");
        }
    }

    /** A score can be named where it is sure to have a name, and a strand where one of its answers is sure to be high. */
    private void requirePlaceholders(ContentNode text, Assumption assumes) {
        List<String> all = Placeholders.in(text.text()).toList();
        if (all.contains(Placeholders.SCORE)) {
            requireName(text, assumes);
        }
        List<String> strands =
                all.stream().filter(key -> !key.equals(Placeholders.SCORE)).toList();
        requireFacets(text, strands);
        requireHigh(text, strands, assumes);
        if (!strands.isEmpty()) {
            texts.requireAnd(text);
        }
    }

    private void requireName(ContentNode text, Assumption assumes) {
        boolean nameless = scale.bands().isEmpty() || scale.bandsSource().isPresent();
        if (nameless && assumes.bands().isEmpty()) {
            throw text.problem(
                    "'{score}' can be empty: not every score of the scale has a name.",
                    "Write 'score: …' under its 'assumes', or leave it out.");
        }
    }

    private void requireFacets(ContentNode text, List<String> strands) {
        strands.stream()
                .flatMap(key -> assumptions.strand(key).stream())
                .filter(strand ->
                        strand.items().stream().anyMatch(item -> item.facet().isEmpty()))
                .findFirst()
                .ifPresent(strand -> {
                    throw text.problem(
                            "'{%s}' can be empty: not every item of it has a facet.".formatted(strand.id()),
                            "Give each a 'facet' in instrument.yaml, or leave it out.");
                });
    }

    private void requireHigh(ContentNode text, List<String> strands, Assumption assumes) {
        strands.stream()
                .filter(key -> assumptions.strand(key).filter(assumes::isHigh).isEmpty())
                .findFirst()
                .ifPresent(key -> {
                    throw text.problem(
                            "'{%s}' can be empty: the text does not assume that this is high.".formatted(key),
                            "Write '%s: high' under its 'assumes', or leave it out.".formatted(key));
                });
    }
}
