package org.threesigns.publication;

import java.time.YearMonth;
import java.util.Random;
import java.util.stream.Stream;
import org.threesigns.instrument.Instrument;
import org.threesigns.statistics.CountedWording;
import org.threesigns.statistics.InstrumentShapes;
import org.threesigns.statistics.PublishedCell;
import org.threesigns.statistics.PublishedResults;
import org.threesigns.statistics.ResponseCounts;

/** Published results that are in no database. */
public final class PublishedSamples {

    private PublishedSamples() {}

    /** Twenty results in English in each of these months. */
    public static PublishedResults fromTo(Instrument instrument, YearMonth first, YearMonth last) {
        var random = new Random(1);
        return new PublishedResults(
                instrument,
                Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                        .map(month -> cell("en", false, month, 20, instrument, random))
                        .toList());
    }

    static PublishedCell cell(
            String language, boolean careless, YearMonth month, int size, Instrument instrument, Random random) {
        var counts = ResponseCounts.of(instrument, InstrumentShapes.group(instrument, random, size));
        return new PublishedCell(language, CountedWording.CURRENT, careless, month, counts, 0);
    }
}
