package org.threesigns.guidance;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.threesigns.guidance.GuidanceText.Advice;
import org.threesigns.guidance.GuidanceText.Words;
import org.threesigns.instrument.ContentNode;
import org.threesigns.instrument.Instrument;

/**
 * Reads the texts of a guidance file and refuses those that are unsafe, or that speak about the answers without assuming
 * anything of them.
 *
 * @param and the word before the last of several names
 * @param ifSafe how advice begins that asks for openness
 * @param ofAnswers what a text says that speaks about the answers; empty where the place of the text assumes something
 */
record TextReader(Instrument instrument, Optional<String> and, Optional<String> ifSafe, Optional<Pattern> ofAnswers) {

    static TextReader of(Instrument instrument, ContentNode file) {
        ContentNode node = file.get("about-answers");
        List<String> words = node.distinctTexts();
        if (words.isEmpty()) {
            throw node.problem(
                    "There are no words here.", "List those that say how often, and how a text begins that quotes.");
        }
        return new TextReader(
                instrument,
                file.find("and").map(ContentNode::text),
                file.find("if-safe").map(ContentNode::text),
                Optional.of(anyOf(words)));
    }

    private static Pattern anyOf(List<String> words) {
        String alternatives =
                String.join("|", words.stream().map(Pattern::quote).toList());
        return Pattern.compile(
                "(?<!\\p{L})(" + alternatives + ")(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    TextReader whereAnswersAreAssumed() {
        return new TextReader(instrument, and, ifSafe, Optional.empty());
    }

    void requireAnd(ContentNode text) {
        if (and.isEmpty()) {
            throw text.problem(
                    "Several names can stand here, and the file has no 'and'.", "Add 'and: and' at the top.");
        }
    }

    /** A text, and how it reads where the relationship is over. */
    Words words(ContentNode node, String key) {
        return new Words(text(node.get(key)), node.find(key + "-past").map(this::text));
    }

    String text(ContentNode node) {
        String text = node.text();
        ofAnswers
                .flatMap(pattern -> pattern.matcher(text).results().findFirst())
                .ifPresent(found -> {
                    throw node.problem(
                            "'%s' speaks about the answers, and nothing here says which ones it fits."
                                    .formatted(found.group(1)),
                            "Say it without, or move it to a text of a scale or a loop, with 'assumes: …'.");
                });
        return text;
    }

    /** Advice, which begins with the condition that it is safe where it asks for openness. */
    Advice readAdvice(ContentNode node) {
        Advice advice = readMarked(node, Set.of());
        if (advice.openness()) {
            Stream.of("text", "text-past")
                    .flatMap(key -> node.find(key).stream())
                    .forEach(this::requireIfSafe);
        }
        return advice;
    }

    /**
     * A text with the claim that it rests on and its two marks.
     *
     * @param more keys that it has besides
     */
    Advice readMarked(ContentNode node, Set<String> more) {
        var known = new HashSet<>(more);
        known.addAll(Set.of("text", "text-past", "claim", "openness", "doubts-alarm"));
        node.allowOnly(known);
        String claim = node.get("claim").known("claim", Set.copyOf(instrument.claims()));
        return new Advice(
                words(node, "text"),
                claim,
                node.get("openness").yesOrNo(),
                node.get("doubts-alarm").yesOrNo());
    }

    /** What the plan is made of is the same whatever was answered: nobody may read from a printed plan that support came first. */
    Advice readForEverybody(ContentNode node) {
        Advice advice = readMarked(node, Set.of());
        if (!advice.isForEverybody()) {
            throw node.get(advice.openness() ? "openness" : "doubts-alarm")
                    .problem(
                            "This can stand in the plan, which is the same for everybody, also for those who need support first.",
                            "Choose a practice, step or week that asks for neither openness nor doubt, and keep this for an 'advice' or 'tip'.");
        }
        return advice;
    }

    /** Nobody is asked to open up to a partner without the condition that it is safe to. */
    private void requireIfSafe(ContentNode text) {
        String phrase = ifSafe.orElseThrow(() -> text.problem(
                "This asks for openness with the partner, and the file has no 'if-safe'.",
                "Add 'if-safe: If you feel safe with them' at the top, and begin this text with it."));
        if (!text.text().startsWith(phrase)) {
            throw text.problem(
                    "This asks for openness with the partner and does not begin with '%s'.".formatted(phrase),
                    "Begin it so, or write 'openness: false' if it asks for no such thing.");
        }
    }
}
