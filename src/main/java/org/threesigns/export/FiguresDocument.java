package org.threesigns.export;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threesigns.statistics.CountFilter;
import org.threesigns.statistics.CountedWording;

/**
 * All {@link AggregateFigures}, with the words that they are about, for other programs. Described in
 * {@code docs/schema/figures.schema.json}, which changes together with {@link #FORMAT_VERSION}.
 *
 * @param application the version that wrote it
 * @param results how many results the figures are about; empty if too few to be shown
 * @param figures those about all results together
 */
@JsonPropertyOrder(alphabetic = false)
record FiguresDocument(
        String format,
        int formatVersion,
        String application,
        LocalDate createdOn,
        InstrumentPart instrument,
        FilterPart filter,
        Optional<Long> results,
        long exportedRows,
        Map<String, FigurePart> figures,
        List<ScalePart> scales,
        List<ItemPart> items,
        List<PairPart> pairs,
        List<MonthPart> months) {

    static final String FORMAT = "three-signs/figures";
    static final int FORMAT_VERSION = 1;

    @JsonPropertyOrder(alphabetic = false)
    record InstrumentPart(
            String id,
            int version,
            String name,
            String language,
            String licence,
            List<OptionPart> options,
            List<NumbersPart> numbers) {}

    /** @param set the list of answers that it is in; empty where all items have one */
    @JsonPropertyOrder(alphabetic = false)
    record OptionPart(Optional<String> set, int value, String label) {}

    /**
     * Answers that are whole numbers.
     *
     * @param set as that of options
     * @param anchors what some of them mean
     */
    @JsonPropertyOrder(alphabetic = false)
    record NumbersPart(Optional<String> set, String as, int from, int to, int step, List<AnchorPart> anchors) {}

    @JsonPropertyOrder(alphabetic = false)
    record AnchorPart(int value, String label) {}

    @JsonPropertyOrder(alphabetic = false)
    record FilterPart(
            Optional<String> language,
            Optional<String> wording,
            Optional<YearMonth> from,
            Optional<YearMonth> to,
            boolean careless) {

        static FilterPart of(CountFilter filter) {
            return new FilterPart(
                    filter.language(),
                    filter.wording().map(CountedWording::key),
                    filter.from(),
                    filter.to(),
                    filter.careless());
        }
    }

    /** A figure, or why there is none. */
    @JsonPropertyOrder(alphabetic = false)
    record FigurePart(long n, Optional<BigDecimal> value, Optional<String> note) {

        static FigurePart of(AggregateFigure figure) {
            return new FigurePart(
                    figure.n(),
                    figure.value().stream()
                            .mapToObj(value -> new BigDecimal(AggregateFigure.number(value)))
                            .findFirst(),
                    Optional.of(figure.note()).filter(note -> !note.isEmpty()));
        }
    }

    @JsonPropertyOrder(alphabetic = false)
    record ScalePart(
            String id,
            String name,
            String scoredAs,
            Optional<String> transform,
            int lowest,
            int highest,
            int needed,
            List<String> items,
            List<BandPart> bands,
            Map<String, FigurePart> figures,
            List<ItemPairPart> itemPairs) {}

    /** Two items of a scale. */
    @JsonPropertyOrder(alphabetic = false)
    record ItemPairPart(List<String> items, Map<String, FigurePart> figures) {}

    @JsonPropertyOrder(alphabetic = false)
    record BandPart(String id, String label, BigDecimal from, BigDecimal to, boolean toIncluded) {}

    /**
     * @param options the set of its answers; empty where all items have one
     * @param otherwise which of its scales count it in another way than it says of itself
     * @param onScales what it is on each of its scales, where it has several
     */
    @JsonPropertyOrder(alphabetic = false)
    record ItemPart(
            String id,
            Map<String, String> words,
            String keying,
            Optional<String> options,
            List<String> scales,
            List<OtherKeying> otherwise,
            Map<String, FigurePart> figures,
            Map<String, Map<String, FigurePart>> onScales) {}

    @JsonPropertyOrder(alphabetic = false)
    record OtherKeying(String scale, String keying, BigDecimal weight) {}

    @JsonPropertyOrder(alphabetic = false)
    record PairPart(List<String> scales, Map<String, FigurePart> figures) {}

    @JsonPropertyOrder(alphabetic = false)
    record MonthPart(String month, Map<String, FigurePart> figures, Map<String, Map<String, FigurePart>> scales) {}
}
