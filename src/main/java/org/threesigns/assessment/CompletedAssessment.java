package org.threesigns.assessment;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.threesigns.instrument.Wording;
import org.threesigns.scoring.Responses;

/**
 * Everything that is stored of one sitting. It does not say who answered, or at what time of day.
 *
 * @param instrument the key of the instrument
 * @param version the version of the instrument, from 1, by which the result is computed
 * @param language the language it was answered in
 * @param completedOn the day in UTC
 * @param responses one for each item; at least one item
 * @param careless whether the answers look as if they were given without reading
 * @param supportFirst whether the result shows support before everything else
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
