package org.threesigns.statistics;

import java.util.Optional;
import org.threesigns.statistics.Estimate.Absence;

/**
 * How much higher the mean score of a second group is than that of a first one. The groups have nobody in common.
 *
 * @param points the difference, in points of the score
 * @param interval its 95 % interval by Welch's t, which lets the groups vary differently; empty if in neither group anything
 *     varies
 * @param degreesOfFreedom those of Welch and Satterthwaite: {@code (v₁ + v₂)² / (v₁²/(n₁ − 1) + v₂²/(n₂ − 1))} with v = SD²/n
 * @param standardised Cohen's d: the difference by the pooled standard deviation
 * @param standardisedInterval its 95 % interval, {@code d ± z·√((n₁ + n₂)/(n₁·n₂) + d²/(2(n₁ + n₂)))}: the large-sample
 *     standard error of Hedges and Olkin (1985), Statistical Methods for Meta-Analysis, chapter 5
 */
public record MeanDifference(
        Estimate points,
        Optional<Interval> interval,
        Estimate degreesOfFreedom,
        Estimate standardised,
        Optional<Interval> standardisedInterval) {

    /** One group. */
    private record Group(long n, double mean, double variance) {

        static Group of(ScaleStatistics scale) {
            return new Group(scale.n(), scale.mean().get(), Math.pow(scale.sd().get(), 2));
        }

        double squaredError() {
            return variance / n;
        }
    }

    static MeanDifference between(ScaleStatistics first, ScaleStatistics second) {
        return first.isShown() && second.isShown()
                ? between(Group.of(first), Group.of(second))
                : missing(first.n() + second.n());
    }

    private static MeanDifference missing(long n) {
        Estimate none = Estimate.missing(n, Absence.TOO_FEW);
        return new MeanDifference(none, Optional.empty(), none, none, Optional.empty());
    }

    private static MeanDifference between(Group first, Group second) {
        long n = first.n() + second.n();
        double points = second.mean() - first.mean();
        Estimate df = degreesOfFreedom(first, second);
        double error = Math.sqrt(first.squaredError() + second.squaredError());
        Estimate d = Estimate.ratio(n, points, Math.sqrt(pooledVariance(first, second)));
        return new MeanDifference(
                Estimate.of(n, points),
                df.isKnown() ? Optional.of(Interval.student(points, error, df.get())) : Optional.empty(),
                df,
                d,
                d.isKnown()
                        ? Optional.of(Interval.around(d.get(), Interval.Z * errorOf(d.get(), first, second)))
                        : Optional.empty());
    }

    private static Estimate degreesOfFreedom(Group first, Group second) {
        double a = first.squaredError();
        double b = second.squaredError();
        double divisor = a * a / (first.n() - 1) + b * b / (second.n() - 1);
        return Estimate.ratio(first.n() + second.n(), (a + b) * (a + b), divisor);
    }

    private static double pooledVariance(Group first, Group second) {
        double within = (first.n() - 1) * first.variance() + (second.n() - 1) * second.variance();
        return within / (first.n() + second.n() - 2);
    }

    private static double errorOf(double d, Group first, Group second) {
        double n = (double) first.n() + second.n();
        return Math.sqrt(n / ((double) first.n() * second.n()) + d * d / (2 * n));
    }
}
