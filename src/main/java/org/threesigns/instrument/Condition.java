package org.threesigns.instrument;

import static java.util.stream.Collectors.joining;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * After which answers to earlier items an item is asked: to each of these, one of those.
 *
 * @param answers in the order asked; none where it is asked of everybody
 */
public record Condition(Map<Item, List<ResponseOption>> answers) {

    /** That of what is asked of everybody. */
    public static final Condition NONE = new Condition(Map.of());

    public Condition {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /** Those of these items, in the order asked, that somebody with these answers is asked. */
    public static Set<Item> asked(List<Item> items, Function<Item, Optional<ResponseOption>> answers) {
        var asked = new LinkedHashSet<Item>();
        for (Item item : items) {
            if (item.condition().holds(other -> asked.contains(other) ? answers.apply(other) : Optional.empty())) {
                asked.add(item);
            }
        }
        return asked;
    }

    private boolean holds(Function<Item, Optional<ResponseOption>> given) {
        return answers.entrySet().stream()
                .allMatch(needed -> given.apply(needed.getKey())
                        .filter(needed.getValue()::contains)
                        .isPresent());
    }

    public boolean isNone() {
        return answers.isEmpty();
    }

    /** Whether no answers fulfil it. */
    boolean isNever() {
        return answers.values().stream().anyMatch(List::isEmpty);
    }

    /** This one and the other together. */
    Condition and(Condition other) {
        var both = new TreeMap<Item, List<ResponseOption>>(Item.IN_ORDER);
        both.putAll(answers);
        other.answers.forEach((item, options) -> both.merge(
                item,
                options,
                (mine, others) -> mine.stream().filter(others::contains).toList()));
        return new Condition(both);
    }

    /** What both ask alike. */
    public Condition common(Condition other) {
        var both = new LinkedHashMap<>(answers);
        both.entrySet().retainAll(other.answers.entrySet());
        return new Condition(both);
    }

    /** What it asks beyond the other. */
    public Condition beyond(Condition other) {
        var rest = new LinkedHashMap<>(answers);
        rest.entrySet().removeAll(other.answers.entrySet());
        return new Condition(rest);
    }

    /** Short, and a part of fingerprints: {@code q1 often|yes, q2 no, q3 0|7..24}. */
    @Override
    public String toString() {
        return answers.entrySet().stream()
                .map(needed -> needed.getKey() + " " + String.join("|", keys(needed.getKey(), needed.getValue())))
                .collect(joining(", "));
    }

    /** The keys of these answers to an item; of numbers that follow on one another the first and the last: {@code 7..24}. */
    public static List<String> keys(Item item, List<ResponseOption> answers) {
        return item.responseScale().runs(answers).stream()
                .map(run -> run.size() == 1
                        ? run.get(0).id()
                        : run.get(0).id() + ".." + run.get(run.size() - 1).id())
                .toList();
    }
}
