package org.threesigns.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Scale;
import org.threesigns.scoring.Responses;
import org.threesigns.scoring.ScaleScore;
import org.threesigns.scoring.Scorer;

class PercentileRankTests {

    private static final YearMonth MONTH = YearMonth.of(2026, 3);

    private final Instrument instrument = InstrumentShapes.forward(5, 3, 4);
    private final Scale scale = instrument.scales().get(0);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void countsThoseBelowAndHalfOfThoseAtTheSameScore(long seed) {
        List<Responses> people = InstrumentShapes.group(instrument, new Random(seed), 700);
        var published = published(cell("en", false, people));
        List<Double> means = people.stream()
                .map(this::score)
                .filter(ScaleScore::isScored)
                .map(PercentileRankTests::mean)
                .toList();

        assertThat(people.stream().map(this::score).filter(ScaleScore::isScored))
                .allSatisfy(score -> {
                    long below =
                            means.stream().filter(mean -> mean < mean(score)).count();
                    long same =
                            means.stream().filter(mean -> mean == mean(score)).count();
                    assertThat(published.percentileRank(score, "en"))
                            .contains(new PercentileRank(
                                    (int) Math.round(100 * (below + same / 2.0) / means.size()), means.size()));
                });
    }

    @Test
    void comparesWithNobodyBelowFourHundred() {
        assertThat(published(cell("en", false, like("0000000", 399))).percentileRank(score("1111111"), "en"))
                .isEmpty();
        assertThat(published(cell("en", false, like("0000000", 400))).percentileRank(score("1111111"), "en"))
                .contains(new PercentileRank(100, 400));
    }

    @Test
    void countsOnlyThoseWithAScoreOnTheScale() {
        var people = Stream.concat(like("0000000", 399).stream(), like("---0000", 100).stream())
                .toList();

        assertThat(published(cell("en", false, people)).percentileRank(score("1111111"), "en"))
                .isEmpty();
    }

    @Test
    void leavesOutOtherLanguagesAndFlaggedResults() {
        var published = published(
                cell("en", false, like("0000000", 300)),
                cell("en", false, like("2222222", 300)),
                cell("es", false, like("4444444", 500)),
                cell("en", true, like("4444444", 500)));

        assertThat(published.percentileRank(score("1111111"), "en")).contains(new PercentileRank(50, 600));
    }

    @Test
    void ranksNothingWithoutAScore() {
        assertThat(published(cell("en", false, like("0000000", 500))).percentileRank(score("---0000"), "en"))
                .isEmpty();
    }

    private PeerFigures published(PublishedCell... cells) {
        return new PeerFigures(new PublishedResults(instrument, List.of(cells)));
    }

    private PublishedCell cell(String language, boolean careless, List<Responses> people) {
        return new PublishedCell(
                language, CountedWording.CURRENT, careless, MONTH, ResponseCounts.of(instrument, people), 0);
    }

    private static List<Responses> like(String encoded, int people) {
        return Stream.generate(() -> new Responses(encoded)).limit(people).toList();
    }

    private ScaleScore score(String encoded) {
        return score(new Responses(encoded));
    }

    private ScaleScore score(Responses responses) {
        return Scorer.score(instrument, responses).on(scale);
    }

    private static double mean(ScaleScore score) {
        return (double) score.sum() / score.answered();
    }
}
