package org.threesigns.site;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.instrument.Keying;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoringMethod;

/**
 * How scales are scored, as the method page explains it; scales with the same rule share one.
 *
 * @param scales their names
 * @param rule what they have in common
 */
record ScoringRule(List<String> scales, Rule rule) {

    /** The rules of an instrument, in the order of its scales. */
    static List<ScoringRule> of(Instrument instrument, InstrumentText text) {
        var names = new LinkedHashMap<Rule, List<String>>();
        for (Scale scale : instrument.scales()) {
            names.computeIfAbsent(Rule.of(scale, text), rule -> new ArrayList<>())
                    .add(text.scale(scale).name());
        }
        return names.entrySet().stream()
                .map(entry -> new ScoringRule(entry.getValue(), entry.getKey()))
                .toList();
    }

    /**
     * @param items how many questions a scale has
     * @param reversed how many of them are reverse-keyed
     * @param boxes whether boxes are among them
     * @param needed how many answers it needs for a score
     * @param sum whether the item scores are added up; otherwise their mean counts
     * @param weighted whether questions count more or less than once
     * @param transform the steps that turn the mean or sum into the score; empty where there are none
     * @param bandsSource whose words these are; empty where they are the instrument's own
     * @param closeToCut within how many points of the sum a score is close to a cut; empty where that is not said
     */
    record Rule(
            int items,
            long reversed,
            boolean boxes,
            int needed,
            boolean sum,
            boolean weighted,
            String transform,
            List<BandLine> bands,
            Optional<String> bandsSource,
            Optional<BigDecimal> closeToCut) {

        static Rule of(Scale scale, InstrumentText text) {
            return new Rule(
                    scale.items().size(),
                    scale.key().stream()
                            .filter(item -> item.keying() == Keying.REVERSE)
                            .count(),
                    scale.hasBoxes(),
                    scale.minimumAnswered(),
                    scale.method() == ScoringMethod.SUM,
                    scale.isWeighted(),
                    scale.transform().toString(),
                    scale.bands().stream()
                            .map(band -> new BandLine(
                                    text.scale(scale).band(band), band.from(), band.to(), band.inclusive()))
                            .toList(),
                    scale.bandsSource(),
                    scale.closeToCut());
        }
    }

    /** A band in words, its two ends, and whether the second belongs to it. */
    record BandLine(String word, BigDecimal from, BigDecimal to, boolean inclusive) {}
}
