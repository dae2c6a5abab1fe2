package org.threesigns.operations;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The header of an import file. A name means the column that is called exactly so. If there is none, it means the column whose
 * name differs only in capitals, or has {@code _} for {@code -}.
 */
final class ImportHeader {

    private final List<String> names;

    ImportHeader(List<String> cells) {
        this.names = cells.stream().map(String::strip).toList();
    }

    int width() {
        return names.size();
    }

    /** The name of a column as the file has it. */
    String name(int column) {
        return names.get(column);
    }

    /** The columns with exactly this name. */
    List<Integer> calledExactly(String name) {
        return columns(name::equals);
    }

    /** The columns that this name could mean. */
    List<Integer> meantBy(String name) {
        List<Integer> exact = calledExactly(name);
        return exact.isEmpty() ? columns(each -> plain(each).equals(plain(name))) : exact;
    }

    /**
     * The column that this name means; empty if there is none.
     *
     * @throws ImportRefusedException if it could mean more than one
     */
    Optional<Integer> find(String name) {
        requireOneMeaning(name);
        return meantBy(name).stream().findFirst();
    }

    /** @throws ImportRefusedException if this name could mean more than one column */
    void requireOneMeaning(String name) {
        List<Integer> found = meantBy(name);
        if (found.size() > 1) {
            throw new ImportRefusedException("%s columns could be %s: %s"
                    .formatted(
                            found.size(),
                            name,
                            found.stream()
                                    .map(column -> "'%s' (the %s.)".formatted(name(column), column + 1))
                                    .collect(joining(", "))));
        }
    }

    /** A name without what makes no difference if no column has the exact name. */
    static String plain(String name) {
        return name.replace('-', '_').toLowerCase(Locale.ROOT);
    }

    private List<Integer> columns(Predicate<String> which) {
        return IntStream.range(0, names.size())
                .filter(column -> which.test(names.get(column)))
                .boxed()
                .toList();
    }
}
