package org.threesigns.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which two of the groups on offer an address asks for.
 *
 * @param offered those that can be chosen; where the groups are months, each with the months before it
 * @param pair the two; empty if fewer than two are offered
 * @param remarks what was requested and is not there, in words
 */
record GroupChoice(List<ComparedGroup> offered, Optional<Pair> pair, List<String> remarks) {

    private static final String UNKNOWN = "There is no such group to compare, so another one is shown.";

    /** Two groups, which may be the same one. */
    record Pair(ComparedGroup first, ComparedGroup second) {

        public List<ComparedGroup> both() {
            return List.of(first, second);
        }

        boolean isOneGroup() {
            return first.equals(second);
        }
    }

    GroupChoice {
        offered = List.copyOf(offered);
        remarks = remarks.stream().distinct().toList();
    }

    /** Any two of these. */
    static GroupChoice ofAny(List<ComparedGroup> offered, Map<String, String> parameters) {
        if (offered.size() < 2) {
            return new GroupChoice(offered, Optional.empty(), List.of());
        }
        List<String> remarks = new ArrayList<>();
        Optional<ComparedGroup> first = find(offered, parameters.get("first"), remarks);
        Optional<ComparedGroup> second = find(offered, parameters.get("second"), remarks);
        ComparedGroup one = first.orElseGet(() -> other(offered, second));
        return new GroupChoice(
                offered, Optional.of(new Pair(one, second.orElseGet(() -> other(offered, Optional.of(one))))), remarks);
    }

    /** One of these and what was before it; the middle one where none is asked for. */
    static GroupChoice ofMonths(List<Pair> splits, Map<String, String> parameters) {
        List<ComparedGroup> offered = splits.stream().map(Pair::second).toList();
        if (splits.isEmpty()) {
            return new GroupChoice(offered, Optional.empty(), List.of());
        }
        List<String> remarks = new ArrayList<>();
        int split = find(offered, parameters.get(Contrast.MONTH.key()), remarks)
                .map(offered::indexOf)
                .orElse(splits.size() / 2);
        return new GroupChoice(offered, Optional.of(splits.get(split)), remarks);
    }

    private static Optional<ComparedGroup> find(
            List<ComparedGroup> offered, @Nullable String key, List<String> remarks) {
        if (key == null || key.isBlank()) {
            return Optional.empty();
        }
        Optional<ComparedGroup> found = offered.stream()
                .filter(group -> group.key().equals(key.strip()))
                .findFirst();
        if (found.isEmpty()) {
            remarks.add(UNKNOWN);
        }
        return found;
    }

    private static ComparedGroup other(List<ComparedGroup> offered, Optional<ComparedGroup> than) {
        return offered.stream()
                .filter(group -> than.filter(group::equals).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
