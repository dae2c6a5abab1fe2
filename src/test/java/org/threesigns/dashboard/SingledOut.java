package org.threesigns.dashboard;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.threesigns.publication.PublishedRow;
import org.threesigns.scoring.Responses;

/**
 * What somebody could find out from a few readings of rows and figures. Answers are unique here, so a row shows a person.
 * Figures they add and subtract as they like: each is a sum over the people who were counted in a group.
 */
final class SingledOut {

    private static final int FEWEST = 10;

    /**
     * @param rows those that were exported
     * @param counted those that the figures were made of, which no reader sees one by one
     */
    record Reading(Set<PublishedRow> rows, Set<PublishedRow> counted) {}

    private final List<Responses> people;

    /** For each person the readings in which they have a row, a bit for each. */
    private final int[] rows;

    /** For each reading and group who was counted in it: 1 for each of them, 0 for the others. */
    private final List<List<int[]>> sums;

    private SingledOut(List<Reading> readings, Collection<Predicate<PublishedRow>> groups) {
        people = readings.stream()
                .flatMap(reading -> Stream.concat(reading.rows().stream(), reading.counted().stream()))
                .map(PublishedRow::responses)
                .distinct()
                .toList();
        rows = new int[people.size()];
        for (int bit = 0; bit < readings.size(); bit++) {
            int[] have = among(readings.get(bit).rows(), row -> true);
            for (int person = 0; person < rows.length; person++) {
                rows[person] |= have[person] << bit;
            }
        }
        sums = readings.stream()
                .map(reading -> groups.stream()
                        .map(group -> among(reading.counted(), group))
                        .toList())
                .toList();
    }

    private int[] among(Set<PublishedRow> some, Predicate<PublishedRow> group) {
        Set<Responses> those =
                some.stream().filter(group).map(PublishedRow::responses).collect(toSet());
        return people.stream()
                .mapToInt(person -> those.contains(person) ? 1 : 0)
                .toArray();
    }

    /** Fails if fewer than ten people have something in common that these readings show. */
    static void nobodyBy(List<Reading> readings, Collection<Predicate<PublishedRow>> groups) {
        var attack = new SingledOut(readings, groups);
        attack.isAboutTen(new int[attack.people.size()]);
        attack.addFiguresOf(0, new int[attack.people.size()]);
    }

    /** Adds, leaves out or subtracts the figures of each group in each reading, in all possible ways. */
    private void addFiguresOf(int reading, int[] sum) {
        if (reading == sums.size()) {
            if (!holdsTenWithoutRows(sum)) {
                isAboutTen(sum);
            }
            return;
        }
        addFiguresOf(reading + 1, sum);
        for (int[] group : sums.get(reading)) {
            addFiguresOf(reading + 1, plus(sum, 1, group));
            addFiguresOf(reading + 1, plus(sum, -1, group));
        }
    }

    private static int[] plus(int[] sum, int times, int[] group) {
        int[] more = sum.clone();
        for (int person = 0; person < more.length; person++) {
            more[person] += times * group[person];
        }
        return more;
    }

    /** Nobody knows the answers of these, so the sum could be about any others. */
    private boolean holdsTenWithoutRows(int[] sum) {
        int unseen = 0;
        for (int person = 0; person < sum.length; person++) {
            unseen += sum[person] != 0 && rows[person] == 0 ? 1 : 0;
        }
        return unseen >= FEWEST;
    }

    /** Counts those whose rows came and went together and who are in the sum as often as each other. */
    private void isAboutTen(int[] sum) {
        Map<List<Integer>, Integer> alike = new HashMap<>();
        for (int person = 0; person < sum.length; person++) {
            if (sum[person] != 0 || rows[person] != 0) {
                alike.merge(List.of(rows[person], sum[person]), 1, Integer::sum);
            }
        }
        assertThat(alike)
                .as("candidates, by their rows and how often they are in a sum of figures")
                .allSatisfy((kind, candidates) -> assertThat(candidates).isGreaterThanOrEqualTo(FEWEST));
    }
}
