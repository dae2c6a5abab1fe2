package org.threesigns.statistics;

import java.time.YearMonth;
import java.util.List;
import org.threesigns.instrument.Instrument;
import org.threesigns.scoring.Responses;

/** A site that many have answered, without its store. */
public final class Crowd {

    private Crowd() {}

    /** What respondents read of these people, who answered in English. */
    public static PeerFigures figures(Instrument instrument, List<Responses> people) {
        var cell = new PublishedCell(
                "en", CountedWording.CURRENT, false, YearMonth.of(2026, 1), ResponseCounts.of(instrument, people), 0);
        return new PeerFigures(new PublishedResults(instrument, List.of(cell)));
    }
}
