package org.threesigns.statistics;

import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Selects published results of one version of an instrument.
 *
 * @param language only those answered in it; all if empty
 * @param wording only those counted in it; all if empty
 * @param from only those counted in this month or later
 * @param to only those counted in this month or earlier; not before {@code from}
 * @param careless whether results that are flagged as careless are included
 */
public record CountFilter(
        Optional<String> language,
        Optional<CountedWording> wording,
        Optional<YearMonth> from,
        Optional<YearMonth> to,
        boolean careless) {

    /** Selects everything. */
    public static final CountFilter ALL =
            new CountFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true);

    /** @throws IllegalArgumentException if the months are in the wrong order */
    public CountFilter {
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw new IllegalArgumentException(
                    "The months are in the wrong order: from %s to %s".formatted(from.get(), to.get()));
        }
    }

    boolean matches(PublishedCell cell) {
        return matches(cell.language(), cell.wording(), cell.careless(), cell.month());
    }

    public boolean matches(String answeredIn, CountedWording countedIn, boolean flagged, YearMonth month) {
        return language.map(answeredIn::equals).orElse(true)
                && wording.map(countedIn::equals).orElse(true)
                && from.map(first -> !month.isBefore(first)).orElse(true)
                && to.map(last -> !month.isAfter(last)).orElse(true)
                && (careless || !flagged);
    }

    /** Filters that leave out one condition of this one, and the one that leaves out all. */
    Stream<CountFilter> wider() {
        return Stream.of(
                ALL,
                withLanguage(Optional.empty()),
                withWording(Optional.empty()),
                withMonths(Optional.empty(), Optional.empty()),
                withCareless());
    }

    /** The narrowest filter that selects all that this one and another one select. */
    CountFilter spanning(CountFilter other) {
        return new CountFilter(
                language.filter(each -> other.language.equals(language)),
                wording.filter(each -> other.wording.equals(wording)),
                from.flatMap(mine -> other.from.map(theirs -> mine.isBefore(theirs) ? mine : theirs)),
                to.flatMap(mine -> other.to.map(theirs -> mine.isAfter(theirs) ? mine : theirs)),
                careless || other.careless);
    }

    public CountFilter withLanguage(Optional<String> other) {
        return new CountFilter(other, wording, from, to, careless);
    }

    public CountFilter withWording(Optional<CountedWording> other) {
        return new CountFilter(language, other, from, to, careless);
    }

    /**
     * The same filter of other months.
     *
     * @throws IllegalArgumentException if the months are in the wrong order
     */
    public CountFilter withMonths(Optional<YearMonth> first, Optional<YearMonth> last) {
        return new CountFilter(language, wording, first, last, careless);
    }

    CountFilter withCareless() {
        return new CountFilter(language, wording, from, to, true);
    }

    CountFilter withoutCareless() {
        return new CountFilter(language, wording, from, to, false);
    }
}
