package org.threesigns.publication;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.threesigns.assessment.CompletedAssessment;

/**
 * In which month each result of an import is counted, once all of them were added. That is its own month if at least ten of
 * its group (one language and wording, careless or not) are in it. Fewer go with those of the group's next month, and the last ones with
 * those of the month before. A group of fewer than ten in the whole import is not counted.
 */
public final class ImportPlan {

    private final Map<ResultGroup, SortedMap<YearMonth, Integer>> sizes = new HashMap<>();

    /** The months in which those of each month are counted; worked out when first needed. */
    private final Map<ResultGroup, Map<YearMonth, YearMonth>> counted = new HashMap<>();

    public void add(CompletedAssessment result) {
        ResultGroup group = ResultGroup.of(result);
        sizes.computeIfAbsent(group, none -> new TreeMap<>()).merge(month(result), 1, Integer::sum);
        counted.remove(group);
    }

    /** How many results there are. */
    public int results() {
        return sum(cell -> true);
    }

    /** How many of them are counted in another month than their own. */
    public int moved() {
        return sum(cell ->
                monthOf(cell).filter(month -> !month.equals(cell.month())).isPresent());
    }

    /** How many of them are not counted. */
    public int uncounted() {
        return sum(cell -> monthOf(cell).isEmpty());
    }

    /** How many of them are of months that began before this day. */
    public int before(LocalDate day) {
        return sum(cell -> cell.month().atDay(1).isBefore(day));
    }

    /** Where a result is counted; empty if it is not. */
    Optional<Cell> cellOf(CompletedAssessment result) {
        ResultGroup group = ResultGroup.of(result);
        return monthOf(new Cell(group, month(result))).map(month -> new Cell(group, month));
    }

    private static YearMonth month(CompletedAssessment result) {
        return YearMonth.from(result.completedOn());
    }

    private int sum(Predicate<Cell> which) {
        int sum = 0;
        for (var group : sizes.entrySet()) {
            sum += group.getValue().entrySet().stream()
                    .filter(month -> which.test(new Cell(group.getKey(), month.getKey())))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }
        return sum;
    }

    private Optional<YearMonth> monthOf(Cell cell) {
        return Optional.ofNullable(counted.computeIfAbsent(
                        cell.group(), group -> countedMonths(sizes.getOrDefault(group, new TreeMap<>())))
                .get(cell.month()));
    }

    private static Map<YearMonth, YearMonth> countedMonths(SortedMap<YearMonth, Integer> sizes) {
        var counted = new HashMap<YearMonth, YearMonth>();
        List<YearMonth> together = new ArrayList<>();
        int size = 0;
        Optional<YearMonth> last = Optional.empty();
        for (var month : sizes.entrySet()) {
            together.add(month.getKey());
            size += month.getValue();
            if (size >= BatchAssignment.FEWEST) {
                together.forEach(each -> counted.put(each, month.getKey()));
                together.clear();
                size = 0;
                last = Optional.of(month.getKey());
            }
        }
        last.ifPresent(month -> together.forEach(each -> counted.put(each, month)));
        return counted;
    }
}
