package org.threesigns.export;

import java.util.ArrayList;
import java.util.List;
import org.threesigns.dashboard.Dashboard;

/** The percentile tables of all scales, one below the other. */
final class PercentileFile {

    private static final List<String> HEADER = List.of("scale", "n", "percent", "score");

    private PercentileFile() {}

    static List<List<String>> of(Dashboard dashboard) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADER));
        dashboard
                .percentiles()
                .forEach(table -> table.rows()
                        .forEach(row -> rows.add(List.of(
                                table.scale().id(),
                                Long.toString(table.n()),
                                Integer.toString(row.percent()),
                                AggregateFigure.number(row.score())))));
        return rows;
    }
}
