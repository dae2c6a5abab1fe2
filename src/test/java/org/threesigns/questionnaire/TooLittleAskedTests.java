package org.threesigns.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.LinkedMultiValueMap;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.questionnaire.ValidationFailure.Reason;

/** Answers can leave fewer questions than any score needs. Then what is asked is enough. */
class TooLittleAskedTests {

    @TempDir
    private Path folder;

    private Instrument instrument;

    @BeforeEach
    void writeAQuestionnaireWhoseOnlyScaleFollowsOnAnAnswer() throws IOException {
        Path version = Files.createDirectories(folder.resolve("gate/1"));
        Files.writeString(version.resolve("instrument.yaml"), """
                id: gate
                version: 1
                default-language: en
                licence: CC0
                options: [{id: "yes", value: 1}, {id: "no", value: 0}]
                scales: [{id: work, minimum-answered: 2}]
                items:
                  - {id: g1, scored: false}
                  - {id: g2, scale: work, when: {g1: ["yes"]}}
                  - {id: g3, scale: work, when: {g1: ["yes"]}}
                """);
        Files.writeString(version.resolve("en.yaml"), """
                language: en
                name: Gate
                summary: Up to three questions.
                instructions: Think of today.
                options: {"yes": "Yes", "no": "No"}
                items: {g1: Work, g2: Hard work, g3: Long work}
                scales: {work: {name: Work}}
                """);
        instrument = TestInstruments.catalog(folder, "gate").main();
    }

    @Test
    void aSheetThatAnswersAllThatIsAskedIsTaken() {
        var form = form("no", "", "");

        assertThat(ValidationFailure.on(form, false)).isEmpty();
        assertThat(form.toResponses().encoded()).isEqualTo("1..");
    }

    @Test
    void aSheetWithoutAnyAnswerIsNot() {
        assertThat(ValidationFailure.on(form("", "yes", "yes"), false))
                .map(ValidationFailure::reason)
                .contains(Reason.NONE);
    }

    @Test
    void whereEnoughIsAskedForAScoreAsMuchHasToBeAnsweredAsEver() {
        Optional<ValidationFailure> open = ValidationFailure.on(form("yes", "no", ""), false);
        Optional<ValidationFailure> tooFew = ValidationFailure.on(form("yes", "no", ""), true);

        assertThat(open).map(ValidationFailure::reason).contains(Reason.OPEN);
        assertThat(open).map(ValidationFailure::offersResultWithout).contains(false);
        assertThat(tooFew).map(ValidationFailure::reason).contains(Reason.TOO_FEW);
        assertThat(tooFew.orElseThrow().items()).extracting(Item::id).containsExactly("g3");
    }

    private QuestionnaireForm form(String... answers) {
        var sent = new LinkedMultiValueMap<String, String>();
        for (int item = 0; item < answers.length; item++) {
            if (!answers[item].isEmpty()) {
                sent.add("g" + (item + 1), answers[item]);
            }
        }
        return QuestionnaireForm.of(instrument, sent);
    }
}
