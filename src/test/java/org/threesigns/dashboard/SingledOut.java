package org.threesigns.dashboard;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.threesigns.publication.PublishedRow;
import org.threesigns.scoring.Responses;

/**
 * What somebody could find out from a few readings of rows and figures. Answers are unique here, so a row shows a person.
 * Figures they add and subtract as they like: each is a sum over people, who are in it once, not at all or, as the second
 * group of a comparison, less than that.
 */
final class SingledOut {

    private static final int FEWEST = 10;

    /**
     * @param rows those that were exported
     * @param counted those that the figures were made of, which no reader sees one by one
     */
    record Reading(Set<PublishedRow> rows, Set<PublishedRow> counted) {}

    private final int readings;
    private final int figures;

    /** People of whom all readings say the same: how many they are, their rows, and how often they are in each figure. */
    private final List<Long> sizes = new ArrayList<>();

    private final List<List<Integer>> kinds = new ArrayList<>();

    private SingledOut(List<Reading> readings, Collection<ToIntFunction<PublishedRow>> figures) {
        this.readings = readings.size();
        this.figures = figures.size();
        List<Map<Responses, PublishedRow>> rows = byPerson(readings.stream().map(Reading::rows));
        List<Map<Responses, PublishedRow>> counted = byPerson(readings.stream().map(Reading::counted));
        Stream.concat(rows.stream(), counted.stream())
                .flatMap(each -> each.keySet().stream())
                .distinct()
                .collect(groupingBy(person -> kind(person, rows, counted, figures), counting()))
                .forEach((kind, size) -> {
                    kinds.add(kind);
                    sizes.add(size);
                });
    }

    private static List<Map<Responses, PublishedRow>> byPerson(Stream<Set<PublishedRow>> readings) {
        return readings.map(rows -> rows.stream().collect(toMap(PublishedRow::responses, identity())))
                .toList();
    }

    /** First the readings in which this person has a row, a bit for each. */
    private static List<Integer> kind(
            Responses person,
            List<Map<Responses, PublishedRow>> rows,
            List<Map<Responses, PublishedRow>> counted,
            Collection<ToIntFunction<PublishedRow>> figures) {
        int bits = 0;
        for (int bit = 0; bit < rows.size(); bit++) {
            bits |= rows.get(bit).containsKey(person) ? 1 << bit : 0;
        }
        List<Integer> kind = new ArrayList<>(List.of(bits));
        for (Map<Responses, PublishedRow> reading : counted) {
            PublishedRow row = reading.get(person);
            figures.forEach(figure -> kind.add(row == null ? 0 : figure.applyAsInt(row)));
        }
        return kind;
    }

    /** Fails if fewer than ten people have something in common that these readings show. */
    static void nobodyBy(List<Reading> readings, Collection<ToIntFunction<PublishedRow>> figures) {
        var attack = new SingledOut(readings, figures);
        attack.isAboutTen(new int[attack.kinds.size()]);
        attack.addFiguresOf(0, new int[attack.kinds.size()]);
    }

    /** Adds, leaves out or subtracts the figures of each reading, in all possible ways. */
    private void addFiguresOf(int reading, int[] sum) {
        if (reading == readings) {
            if (!holdsTenWithoutRows(sum)) {
                isAboutTen(sum);
            }
            return;
        }
        addFiguresOf(reading + 1, sum);
        for (int figure = 0; figure < figures; figure++) {
            int place = 1 + reading * figures + figure;
            addFiguresOf(reading + 1, plus(sum, 1, place));
            addFiguresOf(reading + 1, plus(sum, -1, place));
        }
    }

    private int[] plus(int[] sum, int times, int place) {
        int[] more = sum.clone();
        for (int kind = 0; kind < more.length; kind++) {
            more[kind] += times * kinds.get(kind).get(place);
        }
        return more;
    }

    private int rows(int kind) {
        return kinds.get(kind).get(0);
    }

    /** Nobody knows the answers of these, so the sum could be about any others. */
    private boolean holdsTenWithoutRows(int[] sum) {
        long unseen = 0;
        for (int kind = 0; kind < sum.length; kind++) {
            unseen += sum[kind] != 0 && rows(kind) == 0 ? sizes.get(kind) : 0;
        }
        return unseen >= FEWEST;
    }

    /** Counts those whose rows came and went together and who are in the sum as often as each other. */
    private void isAboutTen(int[] sum) {
        Map<List<Integer>, Long> alike = new HashMap<>();
        for (int kind = 0; kind < sum.length; kind++) {
            if (sum[kind] != 0 || rows(kind) != 0) {
                alike.merge(List.of(rows(kind), sum[kind]), sizes.get(kind), Long::sum);
            }
        }
        alike.forEach((kind, candidates) -> assertThat(candidates)
                .as("candidates, by their rows and how often they are in a sum of figures: %s", kind)
                .isGreaterThanOrEqualTo(FEWEST));
    }
}
