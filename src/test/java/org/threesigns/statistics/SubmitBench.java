package org.threesigns.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;
import org.threesigns.respondent.Respondent;
import org.threesigns.scoring.ReferenceData;
import org.threesigns.scoring.Responses;

/**
 * What the statistics add to a submit: the same done where nothing listens, and where each result is queued for the
 * counts. See {@code bench/statistics.md}.
 */
class SubmitBench {

    private static final double LIMIT = 1.1;
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 25;
    private static final int TIMES = 60;

    private final SecureRandom secure = new SecureRandom();
    private final Random random = new Random(20250317);
    private final List<Responses> people = List.copyOf(ReferenceData.responses().values());

    @Test
    void statisticsCostLittle() throws IOException {
        try (var without = new BenchSite("publicationListener");
                var with = new BenchSite()) {
            // Only told: a respondent waits for a whole submit, and this is the part of it that grows.
            ratio("stored, one at a time", () -> store(without, 1), () -> store(with, 1));
            ratio("stored, eight at once", () -> store(without, 8), () -> store(with, 8));
            var one = new Respondent(without.port());
            var other = new Respondent(with.port());
            double submit = ratio("sent, read and stored over HTTP", () -> submit(one), () -> submit(other));
            assertThat(queued(without)).isZero();
            assertThat(queued(with)).isPositive();
            assertThat(submit).isLessThanOrEqualTo(LIMIT);
        }
    }

    private static double ratio(String what, LongSupplier without, LongSupplier with) {
        new Pairs().measure(WARM_UP, TIMES, without, with);
        var pairs = new Pairs().measure(ROUNDS, TIMES, without, with);
        System.out.printf("%s: without and with statistics %s  %s%n", BenchSite.ENGINE, pairs.words(), what);
        return pairs.ratio();
    }

    private long submit(Respondent respondent) {
        try {
            var form = respondent.fillIn(random);
            long start = System.nanoTime();
            boolean stored = respondent.send(form).isPresent();
            long time = System.nanoTime() - start;
            assertThat(stored).isTrue();
            return time;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long store(BenchSite site, int atOnce) {
        var assessments = site.bean(Assessments.class);
        List<Callable<Boolean>> saves =
                IntStream.range(0, atOnce).mapToObj(each -> save(assessments)).toList();
        ExecutorService executor = Executors.newFixedThreadPool(atOnce);
        try {
            executor.invokeAll(List.of(() -> true));
            long start = System.nanoTime();
            for (var save : executor.invokeAll(saves)) {
                save.get();
            }
            return System.nanoTime() - start;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            executor.shutdownNow();
        }
    }

    private Callable<Boolean> save(Assessments assessments) {
        var bytes = new byte[18];
        secure.nextBytes(bytes);
        Responses responses = people.get(random.nextInt(people.size()));
        return () -> {
            assessments.save(AssessmentToken.of(bytes), StoredResults.completed(responses, "en", false));
            return true;
        };
    }

    private static long queued(BenchSite site) {
        return site.jdbc()
                .sql("select count(*) from publication")
                .query(Long.class)
                .single();
    }
}
