package org.threesigns.operations;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.VariableNames;

/**
 * Finds the column of each item. A file calls all items by their ids or, as the export does, by names that R and SPSS accept:
 * in a mixture, one column could be two items.
 */
final class ItemColumns {

    private final Instrument instrument;
    private final ImportHeader header;

    ItemColumns(Instrument instrument, ImportHeader header) {
        this.instrument = instrument;
        this.header = header;
    }

    /**
     * The column of each item.
     *
     * @param others plain names of columns that are no item's
     * @throws ImportRefusedException if one is missing, or could be any of several
     */
    Map<Item, Integer> find(List<String> others) {
        Map<Item, List<Integer>> byId = columns(item -> meantBy(item, others));
        if (isComplete(byId)) {
            return first(byId);
        }
        Map<Item, String> exported = VariableNames.ofItems(instrument);
        var asExported = columns(item -> header.meantBy(Objects.requireNonNull(exported.get(item))));
        if (isComplete(asExported)) {
            return first(asExported);
        }
        throw new ImportRefusedException(faults(byId));
    }

    /** Where two ids differ only in capitals, neither stands for the other. */
    private List<Integer> meantBy(Item item, List<String> others) {
        String plain = ImportHeader.plain(item.id());
        if (others.contains(plain)) {
            return List.of();
        }
        long alike = instrument.items().stream()
                .filter(each -> ImportHeader.plain(each.id()).equals(plain))
                .count();
        return alike > 1 ? header.calledExactly(item.id()) : header.meantBy(item.id());
    }

    private Map<Item, List<Integer>> columns(Function<Item, List<Integer>> finder) {
        var columns = new LinkedHashMap<Item, List<Integer>>();
        instrument.items().forEach(item -> columns.put(item, finder.apply(item)));
        return columns;
    }

    private static boolean isComplete(Map<Item, List<Integer>> columns) {
        return columns.values().stream().allMatch(each -> each.size() == 1);
    }

    private static Map<Item, Integer> first(Map<Item, List<Integer>> columns) {
        return columns.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().get(0)));
    }

    private String faults(Map<Item, List<Integer>> columns) {
        columns.keySet().forEach(item -> header.requireOneMeaning(item.id()));
        return columns.entrySet().stream()
                .filter(each -> each.getValue().isEmpty())
                .map(each -> each.getKey().id())
                .collect(joining(", ", "no column for ", ""));
    }
}
