package org.threesigns.publication;

import java.util.Comparator;
import org.threesigns.assessment.CompletedAssessment;

/**
 * Results that are counted together: of one version of an instrument, in one language, all flagged as careless or none.
 *
 * @param version from 1
 */
record ResultGroup(String instrument, int version, String language, boolean careless)
        implements Comparable<ResultGroup> {

    private static final Comparator<ResultGroup> ORDER = Comparator.comparing(ResultGroup::instrument)
            .thenComparing(ResultGroup::version)
            .thenComparing(ResultGroup::language)
            .thenComparing(ResultGroup::careless);

    static ResultGroup of(CompletedAssessment result) {
        return new ResultGroup(result.instrument(), result.version(), result.language(), result.careless());
    }

    /** The same order on all servers, so that no two wait for each other's locks. */
    @Override
    public int compareTo(ResultGroup other) {
        return ORDER.compare(this, other);
    }
}
