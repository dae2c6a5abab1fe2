package org.threesigns.statistics;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.scoring.ReferenceData;
import org.threesigns.scoring.Responses;

/**
 * How long the statistics take as results grow in number. Not part of the build: {@code bench/README.md} tells how to run
 * it and what it said.
 */
@StatisticsStoreTest
abstract class StatisticsBench {

    private static final Instrument INSTRUMENT = TestInstruments.sim24();
    private static final int ROWS_AT_ONCE = 10_000;
    private static final int READS = 100;
    private static final int WARM_UP = 400;
    private static final int MONTHS = 24;

    private final Random random = new Random(20250317);
    private final SecureRandom secure = new SecureRandom();
    private final List<Responses> people = List.copyOf(ReferenceData.responses().values());

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PublicationQueue queue;

    @Autowired
    private ResponseCells cells;

    @Autowired
    private PublishedCounts published;

    @Autowired
    private TransactionOperations transactions;

    @Test
    void measure() {
        int most = Integer.getInteger("rows", 1_000_000);
        int stored = 0;
        for (int target = 10_000; target <= most; target *= 10) {
            int more = target - stored;
            Duration publishing = fill(more);
            stored = target;
            System.out.printf(
                    "%,d results: published the last %,d in %.1f s (%,.0f a second); page's figures in %.1f ms%n",
                    stored, more, seconds(publishing), more / seconds(publishing), read());
        }
    }

    /** As many waiting results, spread over two years, each month worked off by the publisher. */
    private Duration fill(int rows) {
        Duration publishing = Duration.ZERO;
        for (int month = 0; month < MONTHS; month++) {
            insert(rows / MONTHS + (month < rows % MONTHS ? 1 : 0));
            var clock = Clock.fixed(
                    YearMonth.of(2024, 1)
                            .plusMonths(month)
                            .atDay(1)
                            .atStartOfDay()
                            .toInstant(ZoneOffset.UTC),
                    ZoneOffset.UTC);
            Instant start = Instant.now();
            new Publisher(queue, cells, transactions, clock).publish();
            publishing = publishing.plus(Duration.between(start, Instant.now()));
        }
        return publishing;
    }

    private void insert(int rows) {
        for (int done = 0; done < rows; done += ROWS_AT_ONCE) {
            List<Object[]> results = new ArrayList<>();
            List<Object[]> places = new ArrayList<>();
            for (int row = done; row < Math.min(rows, done + ROWS_AT_ONCE); row++) {
                UUID id = UUID.randomUUID();
                results.add(result(id, row));
                places.add(new Object[] {id});
            }
            transactions.executeWithoutResult(status -> {
                jdbc.batchUpdate("insert into assessment values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", results);
                jdbc.batchUpdate("insert into publication (assessment_id, withdrawn) values (?, false)", places);
            });
        }
    }

    private Object[] result(UUID id, int row) {
        var hash = new byte[32];
        secure.nextBytes(hash);
        String language = row % 3 == 0 ? "es" : "en";
        String responses = people.get(random.nextInt(people.size())).encoded();
        LocalDate day = LocalDate.of(2025, 3, 17);
        return new Object[] {id, hash, INSTRUMENT.id(), 1, language, day, responses, row % 20 == 0, "current", false};
    }

    /** The median time in milliseconds to read and work out everything on the overview. */
    private double read() {
        double[] times = IntStream.range(0, WARM_UP + READS)
                .mapToDouble(each -> {
                    long start = System.nanoTime();
                    var results = published.of(INSTRUMENT);
                    var all = results.select(CountFilter.ALL).orElseThrow();
                    int months = results.trend(CountFilter.ALL).size();
                    double time = (System.nanoTime() - start) / 1e6;
                    return all.respondents() > 0 && months > 0 ? time : Double.NaN;
                })
                .skip(WARM_UP)
                .sorted()
                .toArray();
        return Arrays.stream(times).skip(READS / 2).findFirst().orElseThrow();
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
