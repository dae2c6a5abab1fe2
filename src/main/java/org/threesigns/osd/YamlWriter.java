package org.threesigns.osd;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;

/** Writes content files. */
final class YamlWriter {

    private static final int WIDTH = 120;

    private YamlWriter() {}

    static String write(String header, Map<String, Object> content) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setWidth(WIDTH);
        return header + new org.yaml.snakeyaml.Yaml(options).dump(content);
    }

    /** Keys and their values in turn, to which more can be added. */
    static Map<String, Object> entry(Object... keysAndValues) {
        var entry = new LinkedHashMap<String, Object>();
        for (int at = 0; at < keysAndValues.length; at += 2) {
            entry.put((String) keysAndValues[at], keysAndValues[at + 1]);
        }
        return entry;
    }

    /** A number that is written as short as it is. */
    static Number number(BigDecimal decimal) {
        BigDecimal exact = decimal.stripTrailingZeros();
        return exact.scale() <= 0 ? exact.toBigIntegerExact() : exact;
    }
}
