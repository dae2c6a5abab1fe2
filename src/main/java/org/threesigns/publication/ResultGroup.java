package org.threesigns.publication;

import java.util.Comparator;

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

    /** An order that all copies of the application share, so that none waits for another that waits for it. */
    @Override
    public int compareTo(ResultGroup other) {
        return ORDER.compare(this, other);
    }
}
