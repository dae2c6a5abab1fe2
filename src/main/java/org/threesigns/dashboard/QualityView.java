package org.threesigns.dashboard;

import java.util.Optional;
import org.threesigns.instrument.CarelessRule;
import org.threesigns.instrument.Instrument;

/** What is known of how good the data are, in words. A rule that is switched off is said to be off. */
final class QualityView {

    private static final String FLAG =
            " A flag is a hint, not a proof; leave these results out at the top and see whether anything changes.";

    private final Instrument instrument;
    private final Optional<Double> carelessShare;
    private final double skipRate;
    private final Optional<ItemView> mostSkipped;

    QualityView(Dashboard dashboard) {
        this.instrument = dashboard.instrument();
        this.carelessShare = dashboard.carelessShare();
        this.skipRate = dashboard.skipRate();
        this.mostSkipped = dashboard.mostSkipped();
    }

    public String careless() {
        Optional<CarelessRule> rule = instrument.careless();
        if (rule.isEmpty()) {
            return "Switched off: this questionnaire has no rule for careless answers, so none are flagged.";
        }
        String flagged = carelessShare.map(FigureFormat::percent).orElse("Fewer than ten");
        return "%s of the results with this choice of language, wording and months are flagged: %s.%s"
                .formatted(flagged, rule(rule.get()), FLAG);
    }

    public String skipped() {
        if (skipRate == 0) {
            return "None.";
        }
        return mostSkipped
                .map(item -> "Most often %s, in %s."
                        .formatted(
                                item.id(),
                                FigureFormat.percent(item.statistics().skipRate())))
                .orElse("Some, in items with too few answers to show which.");
    }

    private static String rule(CarelessRule rule) {
        String words = FigureFormat.careless(rule);
        if (rule.identicalRun().isEmpty()) {
            return words + " (the rule for equal answers is switched off)";
        }
        return rule.secondsPerItem().isPresent() ? words : words + " (the rule for speed is switched off)";
    }
}
