package org.threesigns.osd;

import java.math.BigDecimal;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;

/** Writes content files. */
final class Yaml {

    private static final int WIDTH = 120;

    private Yaml() {}

    static String write(String header, Map<String, Object> content) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setWidth(WIDTH);
        return header + new org.yaml.snakeyaml.Yaml(options).dump(content);
    }

    /** A number that is written as short as it is. */
    static Number number(String decimal) {
        var exact = new BigDecimal(decimal).stripTrailingZeros();
        return exact.scale() <= 0 ? exact.toBigIntegerExact() : exact;
    }
}
