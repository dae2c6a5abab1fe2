package org.threesigns.publication;

import java.time.YearMonth;
import java.util.Comparator;

/** Results that one row of counts is about: a group in a month. */
record Cell(ResultGroup group, YearMonth month) implements Comparable<Cell> {

    private static final Comparator<Cell> ORDER =
            Comparator.comparing(Cell::group).thenComparing(Cell::month);

    /** The same order on all servers, so that no two wait for each other's locks. */
    @Override
    public int compareTo(Cell other) {
        return ORDER.compare(this, other);
    }
}
