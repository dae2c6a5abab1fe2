package org.threesigns.dashboard;

import org.threesigns.instrument.Instrument;
import org.threesigns.statistics.Estimate;
import org.threesigns.statistics.Estimate.Absence;
import org.threesigns.statistics.Interval;
import org.threesigns.statistics.ScalePairStatistics;

/** Two scales side by side on the dashboard. */
record PairView(ScalePairStatistics statistics, String x, String y) {

    private static final double STRONG = 0.7;
    private static final double CLEAR = 0.5;
    private static final double SOME = 0.3;
    private static final double HARDLY_TOLD_APART = 0.9;

    static PairView of(Instrument instrument, ScalePairStatistics pair) {
        var text = instrument.text(Dashboard.LANGUAGE);
        return new PairView(
                pair, text.scale(pair.x()).name(), text.scale(pair.y()).name());
    }

    public String words() {
        Estimate r = statistics.r();
        if (!r.isKnown()) {
            return "";
        }
        if (statistics.interval().filter(Interval::holdsZero).isPresent()) {
            return "The interval includes 0: these results do not show that they go together.";
        }
        Estimate withoutError = statistics.disattenuated();
        if (withoutError.isKnown() && withoutError.get() > 1) {
            return "Without error, r would be above 1, which no correlation can be. Either these two can hardly be told apart, or the"
                    + " items within them agree too little to say.";
        }
        if (withoutError.isKnown() && withoutError.get() >= HARDLY_TOLD_APART) {
            return "These two can hardly be told apart.";
        }
        String direction = r.get() < 0 ? "High scores on one tend to go with low scores on the other." : "";
        return (strength(Math.abs(r.get())) + " " + direction).strip();
    }

    /** r without measurement error, or why there is none. */
    public String withoutError() {
        Estimate without = statistics.disattenuated();
        return without.absence().filter(Absence.NO_ADMISSIBLE_SOLUTION::equals).isPresent()
                ? "none: alpha is not above 0 on both"
                : FigureFormat.two(without);
    }

    private static String strength(double r) {
        if (r >= STRONG) {
            return "They go together strongly.";
        }
        if (r >= CLEAR) {
            return "They go together clearly, and each says something of its own.";
        }
        return r >= SOME ? "They go together to some degree." : "They have little to do with each other.";
    }
}
