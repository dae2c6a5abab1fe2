package org.threesigns.export;

import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.threesigns.dashboard.DashboardFilter;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.ScoreBand;
import org.threesigns.publication.PublishedRow;
import org.threesigns.publication.PublishedRows;
import org.threesigns.scoring.Responses;
import org.threesigns.scoring.ScaleScore;
import org.threesigns.scoring.ScoreProfile;
import org.threesigns.scoring.Scorer;

/** Writes published responses, one row a result, in random order. It never says whether support came first. */
@Component
class ResponseExport {

    private final PublishedRows rows;

    ResponseExport(PublishedRows rows) {
        this.rows = rows;
    }

    void write(DashboardFilter filter, Writer out) {
        var csv = new Csv(out);
        Instrument instrument = filter.instrument();
        csv.row(new Codebook(instrument).header());
        rows.forEach(instrument, filter.counts(), row -> csv.row(cells(instrument, row)));
    }

    static List<String> cells(Instrument instrument, PublishedRow row) {
        List<String> cells = new ArrayList<>();
        cells.add(row.month().toString());
        cells.add(row.language());
        cells.add(row.wording());
        cells.add(row.careless() ? "1" : "0");
        instrument.items().forEach(item -> cells.add(answer(instrument, row.responses(), item)));
        ScoreProfile profile = Scorer.score(instrument, row.responses());
        instrument.scoredItems().forEach(item -> cells.add(itemScore(instrument, row.responses(), item)));
        profile.scales().forEach(score -> addScale(cells, score));
        return cells;
    }

    private static String answer(Instrument instrument, Responses responses, Item item) {
        OptionalInt option = responses.option(item);
        return option.isPresent() ? Integer.toString(instrument.responseScale().value(option.getAsInt())) : "";
    }

    private static String itemScore(Instrument instrument, Responses responses, Item item) {
        OptionalInt option = responses.option(item);
        return option.isPresent() ? Integer.toString(instrument.itemScore(item, option.getAsInt())) : "";
    }

    private static void addScale(List<String> cells, ScaleScore score) {
        cells.add(Integer.toString(score.answered()));
        cells.add(score.isScored() ? Double.toString((double) score.sum() / score.divisor()) : "");
        cells.add(score.band().map(ScoreBand::id).orElse(""));
    }
}
