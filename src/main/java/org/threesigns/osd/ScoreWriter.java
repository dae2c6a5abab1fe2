package org.threesigns.osd;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.instrument.Keying;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreBand;
import org.threesigns.instrument.ScoringMethod;
import org.threesigns.instrument.Transform.Step;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes how a scale is scored, into a scale definition. */
final class ScoreWriter {

    private ScoreWriter() {}

    /** @param text the words, which name the bands */
    static void write(ObjectNode node, Scale scale, InstrumentText text) {
        writeKey(node, scale);
        if (!scale.transform().isNone()) {
            ArrayNode steps = node.putArray("transform");
            for (Step step : scale.transform().steps()) {
                String operation = step.operation().name().toLowerCase(Locale.ROOT);
                put(steps.addObject().put("op", operation), "value", step.value());
            }
        }
        if (!scale.bands().isEmpty()) {
            ArrayNode thresholds = node.putObject("norms").putArray("thresholds");
            for (ScoreBand band : scale.bands()) {
                ObjectNode threshold = put(put(thresholds.addObject(), "min", band.from()), "max", band.to());
                threshold.put("label", text.scale(scale).band(band));
            }
        }
    }

    private static void writeKey(ObjectNode node, Scale scale) {
        String method = scale.method() == ScoringMethod.SUM ? "sum" : "mean";
        node.put("method", scale.isWeighted() ? "weighted_" + method : method + "_coded");
        ObjectNode codes = node.putObject("items");
        scale.key().forEach(keyed -> codes.put(keyed.item().id(), keyed.keying() == Keying.REVERSE ? -1 : 1));
        if (scale.isWeighted()) {
            ObjectNode weights = node.putObject("weights");
            scale.key()
                    .forEach(keyed ->
                            put(weights, keyed.item().id(), keyed.weight().decimal()));
        }
    }

    private static ObjectNode put(ObjectNode node, String key, BigDecimal number) {
        return YamlWriter.number(number) instanceof BigInteger whole
                ? node.put(key, whole)
                : node.put(key, number.stripTrailingZeros());
    }
}
