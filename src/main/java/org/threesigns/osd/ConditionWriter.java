package org.threesigns.osd;

import java.util.List;
import java.util.function.Supplier;
import org.threesigns.instrument.Condition;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.ResponseOption;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes after which answers something is asked. */
final class ConditionWriter {

    static final String KEY = "visible_when";

    private ConditionWriter() {}

    static void write(ObjectNode node, Condition condition) {
        if (condition.isNone()) {
            return;
        }
        ObjectNode whole = node.putObject(KEY);
        boolean several = condition.answers().size() > 1;
        Supplier<ObjectNode> each = several ? whole.putArray("all")::addObject : () -> whole;
        condition.answers().forEach((item, options) -> write(each.get(), item, options));
    }

    private static void write(ObjectNode node, Item item, List<ResponseOption> options) {
        ArrayNode values = node.put("item", item.id()).put("operator", "in").putArray("value");
        options.stream().map(ResponseOption::value).distinct().forEach(values::add);
    }
}
