package org.threesigns.preview;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.assessment.Saved;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.ResponseScale;

/** The results of made-up people, each at an address that stays the same, so that an open page can be loaded again. */
@Component
@Profile(PreviewApplication.PROFILE)
class SampleResults {

    private final Assessments assessments;
    private final Clock clock;
    private final List<Instrument> saved = new ArrayList<>();

    SampleResults(Assessments assessments, Clock clock) {
        this.assessments = assessments;
        this.clock = clock;
    }

    /** Forgets all results of questionnaires that ask something else now. */
    void keepThoseThatFit(List<Instrument> now) {
        saved.stream()
                .filter(before -> now.stream().noneMatch(after -> asksTheSame(before, after)))
                .forEach(before -> assessments.forgetAll(before.id(), before.version()));
        saved.clear();
    }

    /** What of a question decides which answers there can be. */
    private record Question(String id, ResponseScale answers, String condition) {}

    private static boolean asksTheSame(Instrument before, Instrument after) {
        return before.id().equals(after.id())
                && before.version() == after.version()
                && before.wordings().equals(after.wordings())
                && questions(before).equals(questions(after));
    }

    private static List<Question> questions(Instrument instrument) {
        return instrument.items().stream()
                .map(item -> new Question(
                        item.id(), item.responseScale(), item.condition().toString()))
                .toList();
    }

    void save(List<Instrument> instruments) {
        for (Instrument instrument : instruments) {
            for (SampleRespondent person : SampleRespondent.values()) {
                save(token(instrument, person), result(instrument, person));
            }
        }
        saved.addAll(instruments);
    }

    /** Also over an earlier one: other keying makes other answers high. */
    private void save(AssessmentToken token, CompletedAssessment result) {
        if (assessments.saveUncounted(token, result) == Saved.REPEAT) {
            assessments.replace(token, stored -> result);
        }
    }

    private CompletedAssessment result(Instrument instrument, SampleRespondent person) {
        return new CompletedAssessment(
                instrument.id(),
                instrument.version(),
                instrument.defaultLanguage(),
                LocalDate.now(clock),
                person.answers(instrument),
                false,
                instrument.wordings().get(0),
                false);
    }

    /** Anybody may know it: there is nothing to hide here. */
    static AssessmentToken token(Instrument instrument, SampleRespondent person) {
        UUID name = UUID.nameUUIDFromBytes((instrument + " " + person).getBytes(StandardCharsets.UTF_8));
        return new AssessmentToken(name.toString().replace("-", "").substring(0, 24));
    }
}
