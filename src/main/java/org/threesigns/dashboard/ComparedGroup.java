package org.threesigns.dashboard;

import java.util.Optional;
import org.threesigns.statistics.CountFilter;
import org.threesigns.statistics.PublishedResults;

/**
 * A group that can be compared with another one.
 *
 * @param key by which an address names it
 * @param published the results that it is part of
 * @param counts which of them
 */
record ComparedGroup(String key, String name, PublishedResults published, CountFilter counts) {

    /** How many results are in it; empty if that must not be shown. */
    public Optional<Long> size() {
        return published.respondents(counts);
    }
}
