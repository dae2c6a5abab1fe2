package org.threesigns.result;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.guidance.SampleResponses;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.instrument.Wording;
import org.threesigns.scoring.Responses;

/** Stores results as people would leave them behind. */
public class Respondent {

    /** The day on which everybody answers, unless a test says otherwise. */
    public static final LocalDate DAY = LocalDate.of(2026, 3, 14);

    private final Assessments assessments;
    private final Instrument instrument = TestInstruments.threeSigns();

    public Respondent(Assessments assessments) {
        this.assessments = assessments;
    }

    /** Keeping distance stands out, power is in the middle with nothing coercing in it and no more giving way than leaves room for other words, cues are rare. */
    public static Responses distant() {
        return responses("D", "55434442", "C", "34411121", "A", "32223244", "T", "242");
    }

    /** Item scores in the order of the items' names: {@code "D", "12345123"} and so on; {@code '-'} is a skip. */
    public static Responses responses(String... lettersAndScores) {
        var instrument = TestInstruments.threeSigns();
        var responses = Responses.allSkipped(instrument.items().size());
        for (int sign = 0; sign < lettersAndScores.length; sign += 2) {
            String scores = lettersAndScores[sign + 1];
            for (int item = 0; item < scores.length(); item++) {
                if (scores.charAt(item) != '-') {
                    responses = SampleResponses.with(
                            instrument, responses, lettersAndScores[sign] + (item + 1), scores.charAt(item) - '0');
                }
            }
        }
        return responses;
    }

    /** Stores an ordinary result and gives its address. */
    public String leaves(Responses responses) {
        return leaves(completed(responses, Wording.CURRENT, false));
    }

    public String leaves(CompletedAssessment completed) {
        var token = newToken();
        assessments.save(token, completed);
        return addressOf(token);
    }

    public CompletedAssessment completed(Responses responses, Wording wording, boolean supportFirst) {
        return new CompletedAssessment(
                instrument.id(), instrument.version(), "en", DAY, responses, false, wording, supportFirst);
    }

    static AssessmentToken newToken() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return AssessmentToken.of(bytes);
    }

    static String addressOf(AssessmentToken token) {
        return "/en/result/" + token.value();
    }

    static AssessmentToken tokenOf(String address) {
        return new AssessmentToken(address.substring(address.lastIndexOf('/') + 1));
    }

    static String bodyOf(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
