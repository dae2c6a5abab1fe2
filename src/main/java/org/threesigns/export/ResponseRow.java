package org.threesigns.export;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.ResponseOption;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreBand;
import org.threesigns.publication.PublishedRow;
import org.threesigns.scoring.Responses;
import org.threesigns.scoring.ScaleScore;
import org.threesigns.scoring.ScoreProfile;
import org.threesigns.scoring.Scorer;

/** The cells of an exported row, in the order of the {@link Codebook}. */
final class ResponseRow {

    private ResponseRow() {}

    static List<String> cells(Instrument instrument, PublishedRow row) {
        List<String> cells = new ArrayList<>();
        cells.add(row.month().toString());
        cells.add(row.language());
        cells.add(row.wording());
        cells.add(row.careless() ? "1" : "0");
        instrument.items().forEach(item -> cells.add(answer(row.responses(), item)));
        ScoreProfile profile = Scorer.score(instrument, row.responses());
        instrument.scoredItems().forEach(item -> cells.add(itemScore(row.responses(), item)));
        instrument.scales().forEach(scale -> addOtherItemScores(cells, scale, row.responses()));
        profile.scales().forEach(score -> addScale(cells, score));
        return cells;
    }

    private static String answer(Responses responses, Item item) {
        if (!responses.isAsked(item)) {
            return ResponseOption.NOT_ASKED;
        }
        OptionalInt option = responses.option(item);
        return option.isPresent() ? Integer.toString(item.responseScale().value(option.getAsInt())) : "";
    }

    private static String itemScore(Responses responses, Item item) {
        OptionalInt itemScore = responses.itemScore(item);
        return itemScore.isPresent() ? Integer.toString(itemScore.getAsInt()) : "";
    }

    private static void addOtherItemScores(List<String> cells, Scale scale, Responses responses) {
        scale.otherwise().forEach(keyed -> {
            OptionalInt option = responses.option(keyed.item());
            cells.add(
                    option.isPresent()
                            ? keyed.weight()
                                    .times(keyed.score(option.getAsInt()))
                                    .toPlainString()
                            : "");
        });
    }

    private static void addScale(List<String> cells, ScaleScore score) {
        cells.add(Integer.toString(score.answered()));
        cells.add(score.isScored() ? Double.toString((double) score.numerator() / score.denominator()) : "");
        cells.add(score.band().map(ScoreBand::id).orElse(""));
    }
}
