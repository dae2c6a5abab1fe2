package org.threesigns.statistics;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Scale;
import org.threesigns.scoring.ScaleScore;

/**
 * What published results without the flag for careless answers say about a single score. Computed once from what is
 * published at one moment, and cheap to query afterwards.
 */
public final class PeerFigures {

    private final Map<String, MeasurementError> errors = new HashMap<>();

    /** How many people have which score, by language and scale. */
    private final Map<String, Map<String, List<ScoreCount>>> scores = new HashMap<>();

    public PeerFigures(PublishedResults published) {
        var everybody = published.counts(peers(Optional.empty()));
        for (Scale scale : published.instrument().scales()) {
            everybody
                    .flatMap(counts -> MeasurementError.of(counts, scale))
                    .or(() -> MeasurementError.assumed(scale))
                    .ifPresent(error -> errors.put(scale.id(), error));
        }
        published
                .languages()
                .forEach(language -> published
                        .counts(peers(Optional.of(language)))
                        .ifPresent(counts -> scores.put(language, scores(counts))));
    }

    private static Map<String, List<ScoreCount>> scores(ResponseCounts counts) {
        return counts.instrument().scales().stream()
                .collect(toMap(Scale::id, scale -> ScoreCount.sorted(counts, scale)));
    }

    /** The figures of an instrument that nobody has answered. */
    public static PeerFigures none(Instrument instrument) {
        return new PeerFigures(new PublishedResults(instrument, List.of()));
    }

    private static CountFilter peers(Optional<String> language) {
        return new CountFilter(language, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    /**
     * The standard error of scores on this scale: the site's own once enough people have answered, in any language. Empty
     * where they are too few and the instrument assumes none.
     */
    public Optional<MeasurementError> errorOn(Scale scale) {
        return Optional.ofNullable(errors.get(scale.id()));
    }

    /**
     * Where a score stands among the published ones in this language; empty if there is no score, or there are too few
     * to compare with.
     */
    public Optional<PercentileRank> percentileRank(ScaleScore score, String language) {
        return Optional.ofNullable(scores.get(language))
                .filter(known -> score.isScored())
                .map(known -> known.get(score.scale().id()))
                .flatMap(known -> PercentileRank.of(score, known));
    }
}
