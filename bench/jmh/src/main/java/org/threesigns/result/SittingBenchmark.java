package org.threesigns.result;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.threesigns.ShortRuns;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.guidance.Audience;
import org.threesigns.guidance.Guidance;
import org.threesigns.guidance.GuidanceLibrary;
import org.threesigns.instrument.BuiltIn;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Wording;
import org.threesigns.scoring.People;
import org.threesigns.scoring.Responses;
import org.threesigns.scoring.Scorer;
import org.threesigns.statistics.Crowd;
import org.threesigns.statistics.PeerFigures;

/** What one sitting costs from its answers to all that its page says, before that becomes HTML. */
@State(Scope.Thread)
public class SittingBenchmark extends ShortRuns {

    private static final int PEOPLE = 1000;

    private Instrument instrument;
    private GuidanceLibrary library;
    private PeerFigures peers;
    private List<Advised> sittings;
    private int next;

    private record Advised(Result result, Guidance onScreen, Guidance onPaper) {}

    @Setup
    public void sit() throws IOException {
        var catalog = BuiltIn.catalog();
        instrument = catalog.main();
        library = GuidanceLibrary.of(catalog);
        List<Responses> people = People.answering(instrument, PEOPLE);
        peers = Crowd.figures(instrument, people);
        sittings = people.stream().map(this::advised).toList();
    }

    private Advised advised(Responses responses) {
        var stored = new CompletedAssessment(
                instrument.id(),
                instrument.version(),
                "en",
                LocalDate.of(2026, 3, 14),
                responses,
                false,
                Wording.CURRENT,
                false);
        var answers = new ScoredAnswers(stored, instrument, Scorer.score(instrument, responses));
        var result = new Result(AssessmentToken.of(new byte[18]), answers);
        return new Advised(result, guide(result, false), guide(result, true));
    }

    private Guidance guide(Result result, boolean supportFirst) {
        var audience = new Audience("en", Wording.CURRENT, supportFirst);
        return library.guide(instrument, result.stored().responses(), result.profile(), audience);
    }

    @Benchmark
    public Object score() {
        return Scorer.score(instrument, next().result().stored().responses());
    }

    /** A page has two of them: one for the screen, one for paper. */
    @Benchmark
    public Object guidance() {
        return guide(next().result(), false);
    }

    /** What the template gets, of a score and two guidances that are there. */
    @Benchmark
    public Object pageModel() {
        Advised sitting = next();
        return ResultPage.of(sitting.result(), sitting.onScreen(), sitting.onPaper(), peers, Locale.ENGLISH);
    }

    private Advised next() {
        next = (next + 1) % PEOPLE;
        return sittings.get(next);
    }
}
