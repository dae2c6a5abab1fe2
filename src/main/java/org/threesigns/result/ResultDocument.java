package org.threesigns.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.KeyedItem;
import org.threesigns.instrument.ResponseOption;
import org.threesigns.instrument.ResponseScale;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreBand;
import org.threesigns.instrument.ScoringMethod;
import org.threesigns.instrument.Source;
import org.threesigns.instrument.Transform.Step;
import org.threesigns.scoring.Responses;
import org.threesigns.scoring.ScaleScore;
import org.threesigns.statistics.MeasurementError;
import org.threesigns.statistics.PeerFigures;

/**
 * A result to take away: complete, and readable without this application. Described in {@code docs/result-json.md},
 * which changes together with {@link #FORMAT_VERSION}.
 *
 * @param note what the numbers are and are not, in words
 */
@JsonPropertyOrder(alphabetic = false)
record ResultDocument(
        String format,
        int formatVersion,
        String note,
        String language,
        String answeredOn,
        String wording,
        boolean hasty,
        InstrumentPart instrument,
        List<ScorePart> scores,
        List<String> leading,
        List<AnswerPart> answers) {

    static final String FORMAT = "three-signs/result";
    static final int FORMAT_VERSION = 1;
    private static final int DECIMALS = 2;

    @JsonPropertyOrder(alphabetic = false)
    record InstrumentPart(
            String id,
            int version,
            String name,
            String licence,
            Optional<SourcePart> source,
            List<OptionPart> options,
            List<NumbersPart> numbers) {}

    /** What the questions were written from. */
    @JsonPropertyOrder(alphabetic = false)
    record SourcePart(List<String> authors, String title, String publisher, String published, Optional<URI> url) {

        static SourcePart of(Source source) {
            return new SourcePart(
                    source.authors(),
                    source.title(),
                    source.publisher(),
                    source.published().toString(),
                    source.url());
        }
    }

    @JsonPropertyOrder(alphabetic = false)
    record OptionPart(Optional<String> set, String id, int value, String label) {}

    /** Answers that are whole numbers, and what some of them mean. */
    @JsonPropertyOrder(alphabetic = false)
    record NumbersPart(Optional<String> set, String as, int from, int to, int step, List<AnchorPart> anchors) {

        static NumbersPart of(ResponseScale scale, InstrumentText text) {
            return new NumbersPart(
                    scale.name(),
                    scale.input().name().toLowerCase(Locale.ROOT),
                    scale.lowest(),
                    scale.highest(),
                    scale.step(),
                    scale.options().stream()
                            .flatMap(option ->
                                    text
                                            .anchor(scale, option)
                                            .map(label -> new AnchorPart(option.value(), label))
                                            .stream())
                            .toList());
        }
    }

    @JsonPropertyOrder(alphabetic = false)
    record AnchorPart(int value, String label) {}

    /** Sum and answered are exact; score and mean are rounded half up. The mean is there only where it is the score. */
    @JsonPropertyOrder(alphabetic = false)
    record ScorePart(
            String scale,
            String name,
            int items,
            int asked,
            int needed,
            int answered,
            BigDecimal sum,
            String scoredAs,
            List<String> transform,
            Optional<BigDecimal> score,
            Optional<BigDecimal> mean,
            int lowest,
            int highest,
            Optional<String> band,
            Optional<String> bandLabel,
            Optional<String> bandSource,
            Optional<String> closeTo,
            Optional<BigDecimal> standardError,
            Optional<String> standardErrorIs,
            Optional<Long> standardErrorFrom,
            List<NormPart> norms) {}

    @JsonPropertyOrder(alphabetic = false)
    record AnswerPart(
            String item,
            Optional<Integer> number,
            String question,
            Optional<String> scale,
            List<String> scales,
            Optional<String> facet,
            Optional<String> options,
            String keying,
            boolean asked,
            Optional<String> answer,
            Optional<String> label,
            Optional<Integer> value,
            Optional<Integer> itemScore,
            List<OtherItemScore> otherwise) {}

    /** How a question counts on a scale that counts it in another way than it says of itself. */
    @JsonPropertyOrder(alphabetic = false)
    record OtherItemScore(String scale, String keying, BigDecimal weight, Optional<Integer> itemScore) {}

    static ResultDocument of(Result result, PeerFigures peers, String note, Locale language) {
        var stored = result.stored();
        InstrumentText text = result.text(language);
        return new ResultDocument(
                FORMAT,
                FORMAT_VERSION,
                note,
                text.language(),
                stored.completedOn().toString(),
                stored.wording().key(),
                stored.careless(),
                instrument(result.instrument(), text),
                result.profile().scales().stream()
                        .map(score -> score(score, stored.responses(), peers.errorOn(score.scale()), text))
                        .toList(),
                result.profile().leading().stream().map(Scale::id).toList(),
                result.instrument().items().stream()
                        .map(item -> answer(result, item, text))
                        .toList());
    }

    private static InstrumentPart instrument(Instrument instrument, InstrumentText text) {
        return new InstrumentPart(
                instrument.id(),
                instrument.version(),
                text.name(),
                instrument.licence(),
                instrument.source().map(SourcePart::of),
                instrument.responseScales().stream()
                        .filter(scale -> !scale.isNumber())
                        .flatMap(scale -> scale.options().stream()
                                .map(option ->
                                        new OptionPart(scale.name(), option.id(), option.value(), text.option(option))))
                        .toList(),
                instrument.responseScales().stream()
                        .filter(ResponseScale::isNumber)
                        .map(scale -> NumbersPart.of(scale, text))
                        .toList());
    }

    private static ScorePart score(
            ScaleScore score, Responses responses, Optional<MeasurementError> error, InstrumentText text) {
        Scale scale = score.scale();
        Optional<BigDecimal> rounded = score.isScored() ? Optional.of(score.rounded(DECIMALS)) : Optional.empty();
        return new ScorePart(
                scale.id(),
                text.scale(scale).name(),
                scale.items().size(),
                responses.asked(scale.items()),
                scale.minimumAnswered(),
                score.answered(),
                score.weightedSum(),
                scale.method().name().toLowerCase(Locale.ROOT),
                scale.transform().steps().stream().map(Step::toString).toList(),
                rounded,
                rounded.filter(mean -> scale.method() == ScoringMethod.MEAN
                        && scale.transform().isNone()),
                scale.range().lowest(),
                scale.range().highest(),
                score.band().map(ScoreBand::id),
                score.band().map(text.scale(scale)::band),
                score.band().flatMap(band -> scale.bandsSource()),
                score.closeTo().map(ScoreBand::id),
                error.map(MeasurementError::points),
                error.map(known -> known.isAssumed() ? "assumed" : "estimated"),
                error.flatMap(MeasurementError::n),
                score.isScored() ? NormPart.all(scale, text.scale(scale)) : List.of());
    }

    private static AnswerPart answer(Result result, Item item, InstrumentText text) {
        var instrument = result.instrument();
        List<Scale> scales = instrument.scalesOf(item);
        var responses = result.stored().responses();
        OptionalInt chosen = responses.option(item);
        Optional<ResponseOption> option = responses.chosen(item);
        return new AnswerPart(
                item.id(),
                instrument.numberOf(item),
                text.item(item, result.stored().wording()),
                scales.stream().map(Scale::id).findFirst(),
                scales.stream().map(Scale::id).toList(),
                item.facet(),
                item.responseScale().name(),
                item.keying().name().toLowerCase(Locale.ROOT),
                responses.isAsked(item),
                option.map(ResponseOption::id),
                option.map(text::option),
                option.map(ResponseOption::value),
                option.filter(known -> item.scored()).map(known -> item.score(chosen.getAsInt())),
                result.instrument().scalesCountingOtherwise(item).stream()
                        .map(scale -> otherwise(scale.id(), scale.keyed(item), chosen))
                        .toList());
    }

    private static OtherItemScore otherwise(String scale, KeyedItem keyed, OptionalInt chosen) {
        return new OtherItemScore(
                scale,
                keyed.keying().name().toLowerCase(Locale.ROOT),
                keyed.weight().decimal(),
                chosen.isPresent() ? Optional.of(keyed.score(chosen.getAsInt())) : Optional.empty());
    }
}
