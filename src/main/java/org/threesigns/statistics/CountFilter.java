package org.threesigns.statistics;

import java.time.YearMonth;
import java.util.Optional;

/**
 * Selects published results of one version of an instrument.
 *
 * @param language only those answered in it; all if empty
 * @param from only those counted in this month or later
 * @param to only those counted in this month or earlier; not before {@code from}
 * @param careless whether results that are flagged as careless are included
 */
public record CountFilter(
        Optional<String> language, Optional<YearMonth> from, Optional<YearMonth> to, boolean careless) {

    /** Selects everything. */
    public static final CountFilter ALL = new CountFilter(Optional.empty(), Optional.empty(), Optional.empty(), true);

    /** @throws IllegalArgumentException if the months are in the wrong order */
    public CountFilter {
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw new IllegalArgumentException(
                    "The months are in the wrong order: from %s to %s".formatted(from.get(), to.get()));
        }
    }

    boolean matches(PublishedCell cell) {
        return matches(cell.language(), cell.careless(), cell.month());
    }

    public boolean matches(String answeredIn, boolean flagged, YearMonth month) {
        return language.map(answeredIn::equals).orElse(true)
                && from.map(first -> !month.isBefore(first)).orElse(true)
                && to.map(last -> !month.isAfter(last)).orElse(true)
                && (careless || !flagged);
    }

    CountFilter withAnyLanguage() {
        return new CountFilter(Optional.empty(), from, to, careless);
    }

    CountFilter withAnyMonth() {
        return new CountFilter(language, Optional.empty(), Optional.empty(), careless);
    }

    CountFilter withCareless() {
        return new CountFilter(language, from, to, true);
    }
}
