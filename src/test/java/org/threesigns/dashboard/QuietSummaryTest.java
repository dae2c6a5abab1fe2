package org.threesigns.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.scoring.Responses;
import org.threesigns.statistics.InstrumentShapes;
import org.threesigns.statistics.InstrumentStatistics;
import org.threesigns.statistics.ResponseCounts;

/** What the summary says is true of the answers, or it says nothing. */
class QuietSummaryTest {

    private static final Instrument THREE = InstrumentShapes.forward(5, 4, 4, 4);
    private static final Instrument ONE = InstrumentShapes.forward(5, 4);
    private static final List<String> NAMES = List.of("Alpha", "Beta", "Gamma");

    @Test
    void saysFirstWhomTheFiguresAreNotAbout() {
        assertThat(sentences(THREE, 1234, 1, 0, 0, 0).get(0))
                .isEqualTo(
                        "These figures are about 1,234 results of people who chose to answer here; they cannot say how common anything is among others.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.9, 0, 0 | On average, scores are highest on Alpha: ",
                "0, 0, 0.9 | On average, scores are highest on Gamma: ",
                "0.9, 0.9, 0 | On average, scores are highest on Alpha and Beta, which are too close",
                "0, 0, 0 | On average, scores are so close to each other that none"
            })
    void namesTheHighestScaleOnlyWhereItIsMoreThanChance(String shifts, String sentence) {
        double[] shift = Arrays.stream(shifts.split(", ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();

        assertThat(sentences(THREE, 400, 1, shift).get(1)).startsWith(sentence);
    }

    @Test
    void hasNothingToCompareOneScaleWith() {
        assertThat(sentences(ONE, 200, 1, 0).get(1)).startsWith("On average, the score on Alpha is ");
    }

    @Test
    void saysNothingOfScoresThatAreAllTheSame() {
        assertThat(summary(
                        ONE,
                        IntStream.range(0, 200)
                                .mapToObj(each -> new Responses("1111"))
                                .toList()))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "99 | 1 | cannot be said before 100 results",
                "300 | 0 | On Alpha, Beta and Gamma, the answers to the questions agree too little",
                "300 | 1 | agree well enough to compare groups of people; the score of one person is less sure"
            })
    void saysHowWellTheQuestionsWorkTogether(int n, double consistency, String sentence) {
        assertThat(sentences(THREE, n, consistency, 0, 0, 0).get(2)).contains(sentence);
    }

    @Test
    void asksNoConsistencyOfAScaleOfOneItem() {
        assertThat(sentences(InstrumentShapes.forward(5, 4, 1), 300, 1, 0, 0).get(2))
                .contains("agree well enough");
        assertThat(sentences(InstrumentShapes.forward(5, 4, 1), 99, 1, 0, 0).get(2))
                .contains("cannot be said before 100 results");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void isTrueOfAnyAnswers(long seed) {
        var random = new Random(seed);
        double[] shift = random.doubles(3, 0, 0.4).toArray();
        List<Responses> group = group(THREE, 60 + random.nextInt(400), 0.5, random, shift);
        String scores = summary(THREE, group).get(1);

        double[] means =
                IntStream.range(0, 3).mapToDouble(scale -> mean(group, scale)).toArray();
        int top = IntStream.range(0, 3).reduce(0, (best, scale) -> means[scale] > means[best] ? scale : best);
        assertThat(scores)
                .satisfiesAnyOf(
                        words -> assertThat(words).contains("none of the scales"),
                        words -> assertThat(words).contains(NAMES.get(top)));
        if (scores.contains("highest on " + NAMES.get(top) + ":")) {
            for (int scale = 0; scale < 3; scale++) {
                double gap = means[top] - means[scale];
                assertThat(scale == top || gap > 1.96 * (error(group, top) + error(group, scale)))
                        .as("the mean of %s is clearly below", NAMES.get(scale))
                        .isTrue();
            }
        }
    }

    private static double mean(List<Responses> group, int scale) {
        return group.stream().mapToDouble(each -> score(each, scale)).average().orElseThrow();
    }

    /** The standard error of the mean. */
    private static double error(List<Responses> group, int scale) {
        double mean = mean(group, scale);
        double squares = group.stream()
                .mapToDouble(each -> Math.pow(score(each, scale) - mean, 2))
                .sum();
        return Math.sqrt(squares / (group.size() - 1) / group.size());
    }

    private static double score(Responses responses, int scale) {
        return THREE.scales().get(scale).items().stream()
                .mapToInt(item -> responses.option(item).orElseThrow() + 1)
                .average()
                .orElseThrow();
    }

    private static List<String> sentences(Instrument instrument, int n, double consistency, double... shift) {
        return summary(instrument, group(instrument, n, consistency, new Random(3), shift));
    }

    /** People who differ in their level as far as they are consistent, and by chance; each scale higher by its shift. */
    private static List<Responses> group(
            Instrument instrument, int n, double consistency, Random random, double... shift) {
        List<Responses> group = new ArrayList<>();
        for (int person = 0; person < n; person++) {
            double level = 2 + 1.2 * consistency * random.nextGaussian();
            Responses responses = Responses.allSkipped(instrument.items().size());
            for (Item item : instrument.items()) {
                int scale =
                        instrument.scales().indexOf(instrument.scalesOf(item).get(0));
                double answer = level + shift[scale] + random.nextGaussian() / 2;
                responses = responses.with(item, (int) Math.max(0, Math.min(4, Math.round(answer))));
            }
            group.add(responses);
        }
        return group;
    }

    private static List<String> summary(Instrument instrument, List<Responses> group) {
        var all = new InstrumentStatistics(ResponseCounts.of(instrument, group));
        List<ScaleView> scales = IntStream.range(0, instrument.scales().size())
                .mapToObj(scale -> new ScaleView(
                        scale + 1,
                        NAMES.get(scale),
                        all.scales().get(scale),
                        all.reliability(instrument.scales().get(scale)),
                        List.of()))
                .toList();
        return new QuietSummary(scales, group.size()).sentences();
    }
}
