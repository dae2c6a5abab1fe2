package org.threesigns.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.scoring.ReferenceData;
import org.threesigns.scoring.Responses;
import org.threesigns.statistics.CountedWording;
import org.threesigns.statistics.ResponseCounter;

/** Fills a site with results of the reference people, by the million, with the scripts in {@code bench/statistics}. */
final class BenchRows {

    private static final int PEOPLE = 2000;

    private BenchRows() {}

    /** As many published results; and counts that were made of them. */
    static void published(BenchSite site, long rows) {
        run(site, rows, true);
        count(site);
    }

    /** As many results that wait. */
    static void waiting(BenchSite site, long rows) {
        run(site, rows, false);
    }

    private static void run(BenchSite site, long rows, boolean published) {
        var jdbc = site.patientJdbc();
        jdbc.execute(
                "create table if not exists bench_people (n integer primary key, responses varchar(120) not null)");
        if (jdbc.queryForList("select n from bench_people limit 1").isEmpty()) {
            people(jdbc);
        }
        String script =
                script().replace(":rows", Long.toString(rows)).replace(":published", Boolean.toString(published));
        new ResourceDatabasePopulator(new ByteArrayResource(script.getBytes(StandardCharsets.UTF_8)))
                .execute(Objects.requireNonNull(jdbc.getDataSource()));
        jdbc.execute("analyze");
    }

    private static void people(JdbcTemplate jdbc) {
        List<Object[]> people = new ArrayList<>();
        ReferenceData.responses().values().stream()
                .limit(PEOPLE)
                .forEach(each -> people.add(new Object[] {people.size(), each.encoded()}));
        jdbc.batchUpdate("insert into bench_people (n, responses) values (?, ?)", people);
    }

    private static String script() {
        try {
            return Files.readString(Path.of("bench", "statistics", "rows-%s.sql".formatted(BenchSite.ENGINE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In one pass over all rows, which a recount, cell by cell, is not. */
    private static void count(BenchSite site) {
        Instrument instrument = TestInstruments.sim24();
        Map<Cell, Map<String, Integer>> byCell = new HashMap<>();
        site.patientJdbc().query("""
                        select a.language, b.wording, a.careless, b.counted_month, a.responses, count(*)
                        from assessment a join batch b on b.id = a.batch
                        group by a.language, b.wording, a.careless, b.counted_month, a.responses""", (RowCallbackHandler) row -> byCell.computeIfAbsent(
                        new Cell(
                                new ResultGroup(
                                        instrument.id(),
                                        1,
                                        row.getString(1),
                                        CountedWording.ofKey(row.getString(2)),
                                        row.getBoolean(3)),
                                YearMonth.from(row.getObject(4, LocalDate.class))),
                        cell -> new HashMap<>())
                .put(row.getString(5), row.getInt(6)));
        var cells = site.bean(ResponseCells.class);
        byCell.forEach((cell, people) -> {
            var counter = new ResponseCounter(instrument);
            people.forEach((responses, times) -> {
                var encoded = new Responses(responses);
                for (int time = 0; time < times; time++) {
                    counter.add(encoded);
                }
            });
            int exported = people.values().stream().mapToInt(Integer::intValue).sum();
            cells.insert(cell, new ResponseCells.Stored(counter.counts().stored(), exported));
        });
    }
}
