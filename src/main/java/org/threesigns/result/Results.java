package org.threesigns.result;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.scoring.Scorer;

/** Finds stored results and scores them. */
@Component
class Results {

    private final Assessments assessments;
    private final InstrumentCatalog catalog;

    Results(Assessments assessments, InstrumentCatalog catalog) {
        this.assessments = assessments;
        this.catalog = catalog;
    }

    /**
     * The result at this address.
     *
     * @throws ResponseStatusException if there is none, whatever is wrong with the address
     */
    Result at(String address) {
        return AssessmentToken.parse(address).flatMap(this::find).orElseThrow(Results::notFound);
    }

    /**
     * The result at this address, if it has scores.
     *
     * @throws ResponseStatusException if there is none, or its questionnaire has no scales
     */
    Result scoredAt(String address) {
        Result result = at(address);
        if (!result.instrument().isScored()) {
            throw notFound();
        }
        return result;
    }

    Optional<Result> find(AssessmentToken token) {
        return assessments.find(token).map(stored -> new Result(token, scored(stored)));
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /**
     * These answers, scored by the version that was answered; start-up refuses to lose one.
     *
     * @throws ResponseStatusException if a newer copy of the application stored them, and this one has no such version yet
     */
    ScoredAnswers scored(CompletedAssessment stored) {
        Instrument instrument = catalog.find(stored.instrument(), stored.version())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
        return new ScoredAnswers(stored, instrument, Scorer.score(instrument, stored.responses()));
    }
}
