package org.threesigns.guidance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threesigns.guidance.Guidance.Lead;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreBand;
import org.threesigns.instrument.Wording;
import org.threesigns.scoring.ScaleScore;

/**
 * Every word of an instrument's guidance in one language, as its file has it.
 *
 * @param bands by scale, variant ("" for the scale's own words) and band
 * @param closing by unscored item
 */
record GuidanceText(
        Optional<Lead> lead,
        Map<BandKey, BandText> bands,
        Map<String, FacetText> facets,
        Map<String, Advice> closing,
        Optional<Advice> closingForAll,
        Optional<PlanText> plan) {

    GuidanceText {
        bands = Map.copyOf(bands);
        facets = Map.copyOf(facets);
        closing = Map.copyOf(closing);
    }

    /** The words for the band that this score reached, in the variant that fits. */
    BandText on(ScaleScore score) {
        ScoreBand band = score.band().orElseThrow();
        return Optional.ofNullable(bands.get(BandKey.of(score.scale(), score.variant(), band)))
                .orElseThrow();
    }

    Optional<FacetText> facet(String facet) {
        return Optional.ofNullable(facets.get(facet));
    }

    /** Where the words for a band stand. */
    record BandKey(String scale, String variant, String band) {

        static BandKey of(Scale scale, Optional<String> variant, ScoreBand band) {
            return new BandKey(scale.id(), variant.orElse(""), band.id());
        }
    }

    /** A text that may read differently where the relationship is over. */
    record Words(String current, Optional<String> past) {

        String in(Wording wording) {
            return wording == Wording.PAST ? past.orElse(current) : current;
        }
    }

    /**
     * One thing to try.
     *
     * @param openness whether it asks for openness with the partner
     * @param doubtsAlarm whether it asks somebody to doubt their own alarm
     */
    record Advice(Words words, String claim, boolean openness, boolean doubtsAlarm) {

        /** Whether somebody may read it for whom support comes first. */
        boolean isForEverybody() {
            return !openness && !doubtsAlarm;
        }
    }

    record BandText(Words explanation, Optional<Advice> advice, Optional<Advice> practice, Optional<Words> notice) {}

    record FacetText(Optional<Advice> tip, Optional<Advice> step) {}

    /** The plan's first and last week, and what stands above it. */
    record PlanText(String introduction, Advice first, Advice last) {}

    /** Every advice in it, for those who check them all. */
    List<Advice> everyAdvice() {
        var all = new ArrayList<Advice>();
        bands.values().forEach(band -> {
            band.advice().ifPresent(all::add);
            band.practice().ifPresent(all::add);
        });
        facets.values().forEach(facet -> {
            facet.tip().ifPresent(all::add);
            facet.step().ifPresent(all::add);
        });
        all.addAll(closing.values());
        closingForAll.ifPresent(all::add);
        plan.ifPresent(weeks -> all.addAll(List.of(weeks.first(), weeks.last())));
        return List.copyOf(all);
    }
}
