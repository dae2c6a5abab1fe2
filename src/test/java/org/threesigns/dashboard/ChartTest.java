package org.threesigns.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreBand;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.statistics.Estimate;
import org.threesigns.statistics.GroupComparison;
import org.threesigns.statistics.InstrumentShapes;
import org.threesigns.statistics.InstrumentStatistics;
import org.threesigns.statistics.Interval;
import org.threesigns.statistics.PublishedResults.Month;
import org.threesigns.statistics.PublishedResults.ScaleMean;
import org.threesigns.statistics.ResponseCounts;
import org.threesigns.statistics.ScaleStatistics;

/** Charts stay within their frame, and their files are whole. */
class ChartTest {

    private static final Instrument INSTRUMENT = InstrumentShapes.forward(5, 4);

    @Test
    void whatIsOutsideOfTheScoresIsNotDrawn() {
        ScaleStatistics known = statistics();
        Scale scale = known.scale();
        var outside = new ScaleStatistics(
                new Scale(
                        scale.id(),
                        scale.method(),
                        scale.transform(),
                        scale.key(),
                        scale.minimumAnswered(),
                        scale.range(),
                        List.of(band("a", "-3", "0"), band("b", "0", "3"), band("c", "3", "9"), band("d", "9", "12")),
                        scale.bandsSource(),
                        scale.norms(),
                        scale.closeToCut(),
                        scale.assumedSem(),
                        scale.facets(),
                        scale.strands()),
                known.n(),
                known.unscored(),
                known.mean(),
                known.sd(),
                known.lowerQuartile(),
                known.median(),
                known.upperQuartile(),
                known.histogram(),
                known.bands());

        assertThat(new HistogramChart(outside).picture("Scores").strokes())
                .filteredOn(stroke -> stroke.look().equals("cut"))
                .extracting(Picture.Stroke::path)
                .containsExactly("M140.0 50.0V134.0");
    }

    private static ScoreBand band(String id, String from, String to) {
        return new ScoreBand(id, new BigDecimal(from), new BigDecimal(to), false);
    }

    @Test
    void monthsShowOnlyThePartOfTheScoresThatTheyNeed() {
        var chart = new MonthChart(List.of(month(1, 2.52, 0.1), month(2, 2.71, 0.12)), 0);

        assertThat(chart.axis()).isEqualTo("2.40 to 3.00");
        assertThat(chart.picture("Months").strokes())
                .filteredOn(stroke -> stroke.look().equals("error"))
                .hasSize(6);
        assertThat(chart.table().get(1)).startsWith("2025-01", "20", "2.52");
    }

    @Test
    void aMonthWithoutAnIntervalIsAPointAlone() {
        var same =
                new Month(YearMonth.of(2025, 1), Optional.of(20L), List.of(new ScaleMean(mean(3), Optional.empty())));
        var none = new Month(
                YearMonth.of(2025, 2),
                Optional.empty(),
                List.of(new ScaleMean(
                        new Estimate(0, OptionalDouble.empty(), Optional.of(Estimate.Absence.TOO_FEW)),
                        Optional.empty())));

        var chart = new MonthChart(List.of(same, none), 0);

        assertThat(chart.picture("Months").dots()).hasSize(1);
        assertThat(chart.table().get(2)).containsExactly("2025-02", "", "", "", "");
    }

    private static Month month(int number, double mean, double half) {
        return new Month(
                YearMonth.of(2025, number),
                Optional.of(20L),
                List.of(new ScaleMean(mean(mean), Optional.of(new Interval(mean - half, mean + half)))));
    }

    private static Estimate mean(double value) {
        return new Estimate(20, OptionalDouble.of(value), Optional.empty());
    }

    @Test
    void aFileIsADrawingThatCanStandAlone() throws Exception {
        var chart = new HistogramChart(statistics());
        String name = "Scores on <A> & \"B’s\" & 'é' &eacute; ]]> <!--";
        String svg = new Chart("scores-a", 1, chart.picture(name), chart.table()).svg("Made of 60 results & " + name);

        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo(name);
        assertThat(document.getElementsByTagName("rect").getLength())
                .isEqualTo(1 + chart.picture("").boxes().size());
        assertThat(svg).contains("Made of 60 results", SvgFile.TONES.get(0)).doesNotContain("class=", "style=");
    }

    @Test
    void differencesAreDrawnWithTheirIntervalsAroundALineAtZero() {
        var both = GroupComparison.of(answers(2), answers(3));
        var scale = ScaleComparisonView.of(both, both.scales().get(0), "one", "two");
        Interval interval =
                scale.comparison().difference().standardisedInterval().orElseThrow();

        var chart = new DifferencesChart(List.of(scale), "Spanish minus English");

        Picture picture = chart.picture("Differences");
        assertThat(picture.dots()).hasSize(1);
        assertThat(picture.labels()).extracting(Picture.Label::text).contains("0.00", scale.name());
        assertThat(picture.strokes())
                .filteredOn(stroke -> stroke.look().equals("cut"))
                .hasSize(1);
        assertThat(chart.table().get(1)).endsWith(Double.toString(interval.low()), Double.toString(interval.high()));
    }

    @Test
    void theColumnsOfANarrowLastBinCanBeSeen() {
        Instrument sums = InstrumentShapes.sums(4, 0, 67); // up to 201, in bins of 20
        var low = new InstrumentStatistics(ResponseCounts.of(sums, InstrumentShapes.alike("0".repeat(67), 60)));
        var high = new InstrumentStatistics(ResponseCounts.of(sums, InstrumentShapes.alike("3".repeat(67), 60)));
        var scale = GroupComparison.of(low, high).scales().get(0);

        Picture picture = new GroupedHistogram(scale).picture("Scores");

        assertThat(picture.boxes())
                .allSatisfy(box -> assertThat(Double.parseDouble(box.width())).isPositive());
    }

    private static InstrumentStatistics answers(long seed) {
        Instrument named = TestInstruments.sim24();
        return new InstrumentStatistics(ResponseCounts.of(named, InstrumentShapes.group(named, new Random(seed), 60)));
    }

    /** A page takes its colours from the stylesheet, a file has them in itself. */
    @Test
    void filesHaveTheColoursOfThePage() throws IOException {
        String css = Files.readString(Path.of("src/main/resources/static/assets/app.css"));

        assertThat(Pattern.compile("\\.tone-\\d+ \\{ --tone: light-dark\\((#[0-9A-F]{6})")
                        .matcher(css)
                        .results()
                        .map(tone -> tone.group(1)))
                .containsExactlyElementsOf(SvgFile.TONES);
    }

    private static ScaleStatistics statistics() {
        var group = InstrumentShapes.group(INSTRUMENT, new Random(1), 60);
        return new InstrumentStatistics(ResponseCounts.of(INSTRUMENT, group))
                .scales()
                .get(0);
    }
}
