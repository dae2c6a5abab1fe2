package org.threesigns.statistics;

import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.threesigns.ShortRuns;
import org.threesigns.instrument.BuiltIn;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Scale;
import org.threesigns.scoring.People;
import org.threesigns.scoring.Responses;
import org.threesigns.scoring.ScaleScore;
import org.threesigns.scoring.Scorer;

/** What counts and statistics cost, with ten thousand people counted; they would cost the same with ten million. */
@State(Scope.Thread)
public class StatisticsBenchmark extends ShortRuns {

    private static final int PEOPLE = 10_000;

    private Instrument instrument;
    private Scale scale;
    private List<Responses> people;
    private List<ScaleScore> scores;
    private ResponseCounter counter;
    private ResponseCounts counts;
    private ResponseCounts one;
    private List<ScoreCount> counted;
    private byte[] stored;
    private int next;

    @Setup
    public void count() throws IOException {
        instrument = BuiltIn.catalog().main();
        scale = instrument.scales().get(0);
        people = People.answering(instrument, PEOPLE);
        scores = people.stream()
                .map(each -> Scorer.score(instrument, each).on(scale))
                .filter(ScaleScore::isScored)
                .toList();
        counter = new ResponseCounter(instrument);
        counts = ResponseCounts.of(instrument, people);
        one = ResponseCounts.of(instrument, people.subList(0, 1));
        counted = ScoreCount.sorted(counts, scale);
        stored = counts.stored();
        if (!new ReliabilityAnalysis(counts, scale).omega().isKnown()) {
            throw new IllegalStateException("These people give no omega to measure");
        }
    }

    /** One more result, as the publisher counts a batch. */
    @Benchmark
    public Object add() {
        counter.add(people.get(next()));
        return counter;
    }

    /** The counts of two groups together, as the publisher adds a batch to a cell. */
    @Benchmark
    public Object plus() {
        return counts.plus(one);
    }

    @Benchmark
    public Object write() {
        return counts.stored();
    }

    @Benchmark
    public Object read() {
        return ResponseCounts.read(instrument, stored);
    }

    /** Of one scale. */
    @Benchmark
    public double alphaAndOmega() {
        var reliability = new ReliabilityAnalysis(counts, scale);
        return reliability.alpha().get() + reliability.omega().get();
    }

    /** Of one score among all. */
    @Benchmark
    public Object percentileRank() {
        return PercentileRank.of(scores.get(next() % scores.size()), counted);
    }

    /** Means, quartiles, reliability, every item and every two scales: all of the overview. */
    @Benchmark
    public Object everything() {
        return new InstrumentStatistics(counts);
    }

    private int next() {
        next = (next + 1) % PEOPLE;
        return next;
    }
}
