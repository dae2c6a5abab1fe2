package org.threesigns.assessment;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.threesigns.instrument.Wording;
import org.threesigns.scoring.Responses;

/**
 * What one sitting left behind, and all that is kept of it: nothing here says who answered, or at what hour.
 *
 * @param instrument the key of the instrument
 * @param version the version of the instrument, from 1; the result is always computed by this one
 * @param language the language it was answered in
 * @param completedOn the day in UTC
 * @param responses one for each item; at least one item
 * @param careless whether the answers look as if given without reading
 * @param supportFirst whether support comes before everything else on the result
 */
@Embeddable
public record CompletedAssessment(
        String instrument,
        int version,
        String language,
        LocalDate completedOn,
        Responses responses,
        boolean careless,
        Wording wording,
        boolean supportFirst) {

    /** @throws IllegalArgumentException if the version is below 1 or there are no responses */
    public CompletedAssessment {
        if (version < 1) {
            throw new IllegalArgumentException("Versions start at 1, so there is no version " + version);
        }
        if (responses.size() == 0) {
            throw new IllegalArgumentException("A completed assessment has responses");
        }
    }
}
