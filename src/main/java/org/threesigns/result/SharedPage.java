package org.threesigns.result;

import java.util.List;
import java.util.Locale;
import org.threesigns.assessment.Shares.Shared;
import org.threesigns.instrument.Wording;
import org.threesigns.publication.PeerFigureCache;
import org.threesigns.scoring.ScaleScore;
import org.threesigns.statistics.PeerFigures;

/**
 * What a share shows: the chosen signs with their answers, and nothing of the rest.
 *
 * @param endsOn its last day in words
 */
record SharedPage(
        String name,
        int version,
        String date,
        String endsOn,
        boolean past,
        List<SignAnswers> signs,
        List<BandWords> words,
        InstrumentLines lines) {

    static SharedPage of(Results results, Shared shared, PeerFigureCache peers, Locale language) {
        ScoredAnswers answers = results.scored(shared.completed());
        PeerFigures known = peers.of(answers.instrument());
        var figures = new ScoreFormat(language);
        List<ScaleScore> chosen = answers.profile().scales().stream()
                .filter(score -> shared.scales().contains(score.scale().id()))
                .toList();
        return new SharedPage(
                answers.text(language).name(),
                answers.instrument().version(),
                figures.date(answers.stored().completedOn()),
                figures.date(shared.endsOn()),
                answers.stored().wording() == Wording.PAST,
                chosen.stream()
                        .map(score -> SignAnswers.of(answers, score, known, language))
                        .toList(),
                BandWords.of(answers, chosen.stream().map(ScaleScore::scale).toList(), language),
                answers.lines(language));
    }

    /** What has to be said for reading it, as parts of message keys. */
    public List<String> notes() {
        return SignAnswers.notes(signs);
    }
}
