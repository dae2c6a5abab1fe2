package org.threesigns.result;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.threesigns.guidance.Guidance;
import org.threesigns.guidance.Guidance.Plan;
import org.threesigns.guidance.SignGuidance;
import org.threesigns.guidance.Tip;
import org.threesigns.instrument.InstrumentText.NextStep;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Source;
import org.threesigns.instrument.Wording;
import org.threesigns.scoring.ScaleScore;
import org.threesigns.statistics.PeerFigures;
import org.threesigns.statistics.PercentileRank;

/**
 * The result as its page tells it. Somebody else may find it printed, so on paper everybody has the advice that asks for
 * no openness, whether support comes first for them or not: paper does not tell.
 *
 * @param path the address of the page itself
 * @param name the instrument's name
 * @param date the day of the answers in words
 * @param past whether it is about a relationship that is over
 * @param stories one for each scale: what stands out most comes first
 * @param skipped the questions that were not answered
 * @param careless whether the answers look as if given in a hurry
 * @param paper the guidance as it is printed
 * @param closing the advice from the items that are not scored
 * @param ideas what the tips rest on, each once, in the order of the source
 */
record ResultPage(
        String path,
        String name,
        int version,
        String date,
        boolean past,
        Opening opening,
        List<Story> stories,
        Guidance guidance,
        Guidance paper,
        List<Closing> closing,
        List<AnswerView> skipped,
        boolean careless,
        Source source,
        String sourceDate,
        List<Idea> ideas,
        Optional<NextStep> nextStep) {

    /**
     * What the page says first.
     *
     * @param key part of the message's key
     * @param signs the signs that it names
     */
    record Opening(String key, List<String> signs) {

        static Opening of(Result result, Locale language) {
            var scored = result.profile().scales().stream()
                    .filter(ScaleScore::isScored)
                    .map(ScaleScore::scale)
                    .toList();
            var leading = result.profile().leading();
            var named = scored.size() == 1 ? scored : leading;
            String key = scored.isEmpty()
                    ? "unscored"
                    : scored.size() == 1 ? "only" : leading.isEmpty() ? "none" : leading.size() == 1 ? "one" : "close";
            return new Opening(
                    key,
                    named.stream()
                            .map(scale -> result.text(language).scale(scale).name())
                            .toList());
        }
    }

    /**
     * A sign with what is to be said about it.
     *
     * @param reasons why this score: the answers that weigh most
     * @param words none where it has no score, or the instrument no guidance
     * @param paper the same as printed
     * @param rank where it stands among the people who answered here, once they are enough
     */
    record Story(
            SignView sign,
            List<AnswerView> reasons,
            Optional<SignGuidance> words,
            Optional<SignGuidance> paper,
            Optional<PercentileRank> rank) {

        public boolean sameOnPaper() {
            return words.equals(paper);
        }
    }

    static ResultPage of(Result result, Guidance guidance, Guidance paper, PeerFigures peers, Locale language) {
        var instrument = result.instrument();
        var text = result.text(language);
        var figures = new Figures(language);
        return new ResultPage(
                result.path(language),
                text.name(),
                instrument.version(),
                figures.date(result.stored().completedOn()),
                result.stored().wording() == Wording.PAST,
                Opening.of(result, language),
                stories(result, guidance, paper, peers, language),
                guidance,
                paper,
                guidance.closing().stream()
                        .map(tip -> new Closing(tip, paper.closing().contains(tip)))
                        .toList(),
                AnswerView.of(result.answers(), skipped(result), language),
                result.stored().careless(),
                instrument.source(),
                figures.date(instrument.source().published()),
                ideas(guidance, paper),
                text.nextStep());
    }

    private static List<Idea> ideas(Guidance guidance, Guidance paper) {
        Set<String> printed = paper.everyTip().map(Tip::claim).collect(toSet());
        return Stream.concat(guidance.everyTip(), paper.everyTip())
                .map(tip -> new Idea(tip.number(), tip.claim(), tip.source(), printed.contains(tip.claim())))
                .distinct()
                .sorted(comparing(Idea::number))
                .toList();
    }

    private static List<Item> skipped(Result result) {
        return result.instrument().items().stream()
                .filter(item -> result.stored().responses().skipped(item))
                .toList();
    }

    /** The leading scales, then the others that have a score, then those that have none; else in the usual order. */
    private static List<Story> stories(
            Result result, Guidance guidance, Guidance paper, PeerFigures peers, Locale language) {
        return result.profile().scales().stream()
                .sorted(comparing((ScaleScore score) ->
                                !result.profile().leading().contains(score.scale()))
                        .thenComparing(score -> !score.isScored()))
                .map(score -> new Story(
                        SignView.of(result.answers(), score, peers, language),
                        AnswerView.of(result.answers(), score.reasons(), language),
                        guidance.on(score.scale()),
                        paper.on(score.scale()),
                        peers.percentileRank(score, result.stored().language())))
                .toList();
    }

    /** Whether any sign is compared with those of other people. */
    public boolean compares() {
        return stories.stream().anyMatch(story -> story.rank().isPresent());
    }

    /** The signs in the order of the instrument, for tables. */
    public List<SignView> signs() {
        return stories.stream()
                .map(Story::sign)
                .sorted(comparing(SignView::tone))
                .toList();
    }

    public boolean samePlanOnPaper() {
        return guidance.plan().equals(paper.plan());
    }

    /** The weeks of a plan. */
    public List<Week> weeks(Plan plan) {
        return IntStream.rangeClosed(1, plan.weeks().size())
                .mapToObj(number -> new Week(number, plan.weeks().get(number - 1)))
                .toList();
    }

    record Week(int number, Tip step) {}

    /** @param printed whether it is on paper too */
    record Closing(Tip tip, boolean printed) {}

    /**
     * A claim of the source, in words.
     *
     * @param number the same on every result
     * @param printed whether anything on paper rests on it
     */
    record Idea(int number, String claim, String text, boolean printed) {}
}
