package org.threesigns.instrument;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.threesigns.instrument.InstrumentText.SafetyText;

/** Reads the words of the question about safety in one language. */
final class SafetyTextReader {

    private SafetyTextReader() {}

    /** @param ids the statements, in the order shown; none where the questionnaire does not ask about safety */
    static Optional<SafetyText> read(ContentNode file, List<String> ids) {
        if (ids.isEmpty()) {
            file.find("safety").ifPresent(node -> {
                throw node.problem("The instrument has no safety question.", "Remove it.");
            });
            return Optional.empty();
        }
        ContentNode node = file.get("safety");
        var problems = new Problems();
        problems.check(() -> node.requireKeys(Set.of("question", "hint", "statements", "rather-not")));
        Supplier<Map<String, String>> statements =
                problems.read(() -> InstrumentTextReader.texts(node, "statements", ids));
        problems.throwIfAny();
        return Optional.of(new SafetyText(
                node.get("question").text(),
                node.get("hint").text(),
                ids.stream()
                        .map(id -> new SafetyText.Statement(
                                id,
                                Optional.ofNullable(statements.get().get(id)).orElseThrow()))
                        .toList(),
                node.get("rather-not").text()));
    }
}
