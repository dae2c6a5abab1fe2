package org.threesigns.instrument;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names for the columns of a data file that R and SPSS accept. Each is given once, whether in capitals or not. */
public final class VariableNames {

    /** The columns that describe a result, before its answers. */
    public static final List<String> OF_RESULT = List.of("month", "language", "wording", "careless");

    /** Words of R and SPSS that cannot be names. */
    private static final Set<String> RESERVED = Set.of(
            "all",
            "and",
            "break",
            "by",
            "else",
            "eq",
            "false",
            "for",
            "function",
            "ge",
            "gt",
            "if",
            "in",
            "inf",
            "le",
            "lt",
            "na",
            "nan",
            "ne",
            "next",
            "not",
            "null",
            "or",
            "repeat",
            "to",
            "true",
            "while",
            "with");

    private final Set<String> taken = new HashSet<>();

    /** The columns of an instrument's items in a file of its responses. */
    public static Map<Item, String> ofItems(Instrument instrument) {
        var names = new VariableNames();
        OF_RESULT.forEach(names::take);
        var columns = new LinkedHashMap<Item, String>();
        instrument.items().forEach(item -> columns.put(item, names.take(item.id())));
        return columns;
    }

    /** The id in letters that can be a name, with a number after it if that name is taken. */
    public String take(String id) {
        String letters = id.replaceAll("[^A-Za-z0-9]", "_").replaceFirst("^(?![A-Za-z])", "v_");
        String plain = RESERVED.contains(letters.toLowerCase(Locale.ROOT)) ? "v_" + letters : letters;
        String name = plain;
        for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
            name = plain + "_" + number;
        }
        return name;
    }
}
