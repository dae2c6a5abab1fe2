package org.threesigns.publication;

import java.util.Comparator;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.statistics.CountedWording;

/**
 * Results that are counted together: of one version of an instrument, in one language and wording, all flagged as careless or none.
 *
 * @param version from 1
 */
record ResultGroup(String instrument, int version, String language, CountedWording wording, boolean careless)
        implements Comparable<ResultGroup> {

    private static final Comparator<ResultGroup> ORDER = Comparator.comparing(ResultGroup::instrument)
            .thenComparing(ResultGroup::version)
            .thenComparing(ResultGroup::language)
            .thenComparing(ResultGroup::wording)
            .thenComparing(ResultGroup::careless);

    static ResultGroup of(CompletedAssessment result) {
        return new ResultGroup(
                result.instrument(),
                result.version(),
                result.language(),
                CountedWording.of(result.wording()),
                result.careless());
    }

    ResultGroup withWording(CountedWording other) {
        return new ResultGroup(instrument, version, language, other, careless);
    }

    /** The same order on all servers, so that no two wait for each other's locks. */
    @Override
    public int compareTo(ResultGroup other) {
        return ORDER.compare(this, other);
    }
}
