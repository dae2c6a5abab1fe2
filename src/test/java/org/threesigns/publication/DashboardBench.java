package org.threesigns.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.threesigns.statistics.Pairs;

/**
 * Whether the overview and the page of groups cost the same however many results there are: a site of 10,000 beside one of
 * {@code -Drows=}. The files of figures are measured as well, and not held to the limit: they are little but digits, and larger
 * counts have more of them. See {@code bench/statistics.md}.
 */
class DashboardBench {

    private static final int FEW = 10_000;
    private static final double LIMIT = 1.2;
    private static final int WARM_UP = 150;
    private static final int ROUNDS = 11;
    private static final int TIMES = 15;

    private static final List<String> FILTERS = List.of(
            "",
            "&version=1",
            "&language=es",
            "&from=2024-06&to=2025-03",
            "&careless=out",
            "&wording=past",
            "&wording=current&language=en&from=2025-01&careless=out");

    private static final List<String> COMPARISONS = List.of(
            "&by=language&first=en&second=es", "&by=wording&first=current&second=past&language=en", "&by=month");

    @Test
    void costsTheSameAtAnySize() throws Exception {
        long rows = Long.getLong("rows", 1_000_000);
        try (var few = new BenchSite();
                var many = new BenchSite()) {
            BenchRows.published(few, FEW);
            long start = System.nanoTime();
            BenchRows.published(many, rows);
            System.out.printf(
                    "%s: %,d results made in %.0f s; beside them %,d%n",
                    BenchSite.ENGINE, rows, (System.nanoTime() - start) / 1e9, FEW);
            for (int time = 0; time < WARM_UP; time++) {
                addresses().forEach(few::open);
                addresses().forEach(many::open);
            }
            List<String> tooDear = addresses()
                    .filter(address -> isTooDear(few, many, address))
                    .filter(address -> !isFile(address))
                    .toList();
            assertThat(tooDear).isEmpty();
        }
    }

    private static Stream<String> addresses() {
        return Stream.concat(
                Stream.of("/admin", "/admin/aggregates.csv", "/admin/aggregates.json")
                        .flatMap(page -> addresses(page, FILTERS)),
                Stream.of("/admin/groups", "/admin/groups.csv").flatMap(page -> addresses(page, COMPARISONS)));
    }

    private static Stream<String> addresses(String page, List<String> queries) {
        return queries.stream().map(query -> page + "?instrument=sim24" + query);
    }

    private static boolean isFile(String address) {
        return address.matches("/admin/\\w+\\.\\w+\\?.*");
    }

    private static boolean isTooDear(BenchSite few, BenchSite many, String address) {
        var pairs = new Pairs().measure(ROUNDS, TIMES, () -> few.open(address), () -> many.open(address));
        System.out.printf(
                "%s  %s (%,d and %,d bytes)%n", pairs.words(), address, few.size(address), many.size(address));
        return pairs.ratio() > LIMIT;
    }
}
