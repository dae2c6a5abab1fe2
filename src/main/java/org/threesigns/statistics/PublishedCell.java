package org.threesigns.statistics;

import java.time.YearMonth;

/**
 * The published results in one language and wording that were counted in one month, flagged as careless or not.
 *
 * @param exportedRows how many of them are rows in exports
 */
public record PublishedCell(
        String language,
        CountedWording wording,
        boolean careless,
        YearMonth month,
        ResponseCounts counts,
        int exportedRows) {}
