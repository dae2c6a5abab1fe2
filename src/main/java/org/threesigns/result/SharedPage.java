package org.threesigns.result;

import java.util.List;
import java.util.Locale;
import org.threesigns.assessment.Shares.Shared;
import org.threesigns.instrument.Wording;
import org.threesigns.publication.Peers;
import org.threesigns.statistics.PeerFigures;

/**
 * What a share shows: the chosen signs with their answers, and nothing of the rest.
 *
 * @param endsOn its last day in words
 */
record SharedPage(String name, int version, String date, String endsOn, boolean past, List<SharedSign> signs) {

    /** A sign with every answer on it. */
    record SharedSign(SignView sign, List<AnswerView> answers) {}

    static SharedPage of(Results results, Shared shared, Peers peers, Locale language) {
        ScoredAnswers answers = results.scored(shared.completed());
        PeerFigures known = peers.of(answers.instrument());
        var figures = new ScoreFormat(language);
        return new SharedPage(
                answers.text(language).name(),
                answers.instrument().version(),
                figures.date(answers.stored().completedOn()),
                figures.date(shared.endsOn()),
                answers.stored().wording() == Wording.PAST,
                answers.profile().scales().stream()
                        .filter(score -> shared.scales().contains(score.scale().id()))
                        .map(score -> new SharedSign(
                                SignView.of(answers, score, known, language),
                                AnswerView.of(answers, score.scale().items(), language)))
                        .toList());
    }
}
