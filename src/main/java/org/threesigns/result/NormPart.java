package org.threesigns.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.threesigns.instrument.InstrumentText.ScaleText;
import org.threesigns.instrument.Norm;
import org.threesigns.instrument.Norm.Moments;
import org.threesigns.instrument.Scale;

/** What {@link ResultDocument} says of a published sample. */
@JsonPropertyOrder(alphabetic = false)
record NormPart(
        String norm,
        String who,
        int n,
        Optional<BigDecimal> mean,
        Optional<BigDecimal> standardDeviation,
        List<PercentilePart> percentiles,
        String source,
        Optional<URI> url) {

    @JsonPropertyOrder(alphabetic = false)
    record PercentilePart(BigDecimal score, BigDecimal lower) {}

    /** All of this scale. */
    static List<NormPart> all(Scale scale, ScaleText text) {
        return scale.norms().stream().map(norm -> of(norm, text)).toList();
    }

    private static NormPart of(Norm norm, ScaleText text) {
        return new NormPart(
                norm.id(),
                text.norm(norm),
                norm.n(),
                norm.moments().map(Moments::mean),
                norm.moments().map(Moments::sd),
                norm.percentiles().stream()
                        .map(percentile -> new PercentilePart(percentile.score(), percentile.lower()))
                        .toList(),
                norm.source(),
                norm.url());
    }
}
