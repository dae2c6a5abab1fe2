package org.threesigns.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/**
 * Two ways measured in turn, so that whatever else the machine does falls on both alike. What counts is the ratio within
 * each round, and how far the rounds differ.
 */
public final class Pairs {

    private final List<Double> ratios = new ArrayList<>();
    private final List<Double> first = new ArrayList<>();
    private final List<Double> second = new ArrayList<>();

    /**
     * Measures both.
     *
     * @param rounds how many ratios there are
     * @param times how often each is measured in a round, in turn; the median counts
     */
    public Pairs measure(int rounds, int times, LongSupplier one, LongSupplier other) {
        for (int round = 0; round < rounds; round++) {
            var ones = new long[times];
            var others = new long[times];
            for (int time = 0; time < times; time++) {
                boolean oneFirst = (round + time) % 2 == 0;
                ones[time] = oneFirst ? one.getAsLong() : 0;
                others[time] = other.getAsLong();
                ones[time] = oneFirst ? ones[time] : one.getAsLong();
            }
            first.add(median(ones));
            second.add(median(others));
            ratios.add(median(others) / median(ones));
        }
        return this;
    }

    public double ratio() {
        return median(ratios);
    }

    /** The medians in milliseconds, their ratio, and from where to where it goes. */
    public String words() {
        return String.format(
                Locale.ENGLISH,
                "%8.2f ms %8.2f ms   ratio %.3f (%.3f to %.3f, %d rounds)",
                median(first) / 1e6,
                median(second) / 1e6,
                ratio(),
                ratios.stream().min(Double::compare).orElseThrow(),
                ratios.stream().max(Double::compare).orElseThrow(),
                ratios.size());
    }

    private static double median(long[] values) {
        return median(LongStream.of(values).mapToObj(value -> (double) value).toList());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
