package org.threesigns.result;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.threesigns.guidance.Guidance;
import org.threesigns.guidance.Guidance.Lead;
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
 * @param token the key in the address of the page
 * @param origin what the result was answered on
 * @param date the day of the answers in words
 * @param stories one for each scale: what stands out most comes first
 * @param skipped the questions that were not answered
 * @param careless whether the answers look as if given in a hurry
 * @param lead what stands before everything else where support comes first
 * @param ideas what the tips rest on, each once, in the order of the source
 */
record ResultPage(
        String token,
        Origin origin,
        String date,
        Opening opening,
        List<Story> stories,
        Optional<Lead> lead,
        Optional<Closing> closing,
        Optional<StepByStep> plan,
        List<AnswerView> skipped,
        boolean careless,
        Limits limits,
        Citation citation,
        List<Idea> ideas,
        Optional<NextStep> nextStep) {

    /** The instrument's name and version. */
    record Origin(String name, int version) {}

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
     * @param rank where it stands among the people who answered here, once they are enough
     * @param advice what to try, on the screen and then on paper where that differs; none where it has no score, or the
     *     instrument no guidance
     */
    record Story(
            SignView sign,
            Beginning beginning,
            List<AnswerView> reasons,
            Optional<PercentileRank> rank,
            List<Advice> advice) {

        static Story of(
                SignView sign,
                List<AnswerView> reasons,
                Optional<PercentileRank> rank,
                Optional<SignGuidance> screen,
                Optional<SignGuidance> paper) {
            return new Story(
                    sign,
                    new Beginning(sign, screen.map(SignGuidance::explanation)),
                    sign.score().isPresent() ? reasons : List.of(),
                    rank,
                    Advice.of(screen, paper));
        }

        /** Which words stand before the reasons; part of a message's key. None where the sign has no score. */
        public Optional<String> why() {
            return sign.score().map(score -> reasons.isEmpty() ? "none" : "text");
        }

        public boolean reasoned() {
            return !reasons.isEmpty();
        }
    }

    /** A sign as its part of the page begins, with its score in words. */
    record Beginning(SignView sign, Optional<String> explanation) {}

    /**
     * What to try.
     *
     * @param kind a class that keeps it to the screen or to paper; empty where it stands on both
     */
    record Advice(Optional<String> kind, Optional<Practice> practice, List<Tip> tips) {

        static List<Advice> of(Optional<SignGuidance> screen, Optional<SignGuidance> paper) {
            return screen.equals(paper)
                    ? as(Optional.empty(), screen).toList()
                    : Stream.concat(as(Optional.of("no-print"), screen), as(Optional.of("on-paper"), paper))
                            .toList();
        }

        private static Stream<Advice> as(Optional<String> kind, Optional<SignGuidance> words) {
            return words.stream()
                    .map(some -> new Advice(
                            kind, some.practice().map(tip -> new Practice(tip, some.notice())), some.tips()));
        }
    }

    /** The one thing to try first, and how to notice that it helped. */
    record Practice(Tip tip, Optional<String> notice) {}

    /** Advice from the items that are not scored. */
    record Closing(List<Printable> tips) {

        static Optional<Closing> of(Guidance screen, Guidance paper) {
            return screen.closing().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Closing(screen.closing().stream()
                            .map(tip -> new Printable(tip, paper.closing().contains(tip)))
                            .toList()));
        }

        public boolean onPaper() {
            return tips.stream().anyMatch(Printable::printed);
        }
    }

    /** @param printed whether it is on paper too */
    record Printable(Tip tip, boolean printed) {}

    /** A plan. */
    record StepByStep(String introduction, List<Weeks> weeks) {

        static Optional<StepByStep> of(Guidance screen, Guidance paper) {
            return screen.plan().map(plan -> new StepByStep(plan.introduction(), Weeks.of(plan, paper.plan())));
        }
    }

    /**
     * The weeks of a plan.
     *
     * @param kind a class that keeps them to the screen or to paper; empty where they stand on both
     */
    record Weeks(Optional<String> kind, List<Week> steps) {

        static List<Weeks> of(Plan screen, Optional<Plan> paper) {
            return paper.filter(printed -> !printed.equals(screen))
                    .map(printed -> List.of(
                            new Weeks(Optional.of("no-print"), Week.of(screen)),
                            new Weeks(Optional.of("on-paper"), Week.of(printed))))
                    .orElseGet(() -> List.of(new Weeks(Optional.empty(), Week.of(screen))));
        }
    }

    /** A week of a plan. */
    record Week(int number, Tip step) {

        static List<Week> of(Plan plan) {
            return IntStream.rangeClosed(1, plan.weeks().size())
                    .mapToObj(number -> new Week(number, plan.weeks().get(number - 1)))
                    .toList();
        }
    }

    /**
     * What the result cannot tell.
     *
     * @param past whether it is about a relationship that is over
     * @param compared whether any sign is compared with those of other people
     */
    record Limits(boolean past, boolean compared) {}

    /** @param date the day of its publication in words */
    record Citation(Source source, String date) {}

    /**
     * A claim of the source, in words.
     *
     * @param number the same on every result
     * @param printed whether anything on paper rests on it
     */
    record Idea(int number, String claim, String text, boolean printed) {

        static Idea of(Tip tip, boolean printed) {
            return new Idea(tip.number(), tip.claim(), tip.source(), printed);
        }
    }

    static ResultPage of(Result result, Guidance guidance, Guidance paper, PeerFigures peers, Locale language) {
        var instrument = result.instrument();
        var text = result.text(language);
        var figures = new ScoreFormat(language);
        List<Story> stories = stories(result, guidance, paper, peers, language);
        return new ResultPage(
                result.token().value(),
                new Origin(text.name(), instrument.version()),
                figures.date(result.stored().completedOn()),
                Opening.of(result, language),
                stories,
                guidance.lead(),
                Closing.of(guidance, paper),
                StepByStep.of(guidance, paper),
                AnswerView.of(result.answers(), skipped(result), language),
                result.stored().careless(),
                new Limits(
                        result.stored().wording() == Wording.PAST,
                        stories.stream().anyMatch(story -> story.rank().isPresent())),
                new Citation(
                        instrument.source(), figures.date(instrument.source().published())),
                ideas(guidance, paper),
                text.nextStep());
    }

    private static List<Idea> ideas(Guidance guidance, Guidance paper) {
        var ideas = new TreeMap<Integer, Idea>();
        paper.everyTip().forEach(tip -> ideas.put(tip.number(), Idea.of(tip, true)));
        guidance.everyTip().forEach(tip -> ideas.putIfAbsent(tip.number(), Idea.of(tip, false)));
        return List.copyOf(ideas.values());
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
                .map(score -> Story.of(
                        SignView.of(result.answers(), score, peers, language),
                        AnswerView.of(result.answers(), score.reasons(), language),
                        peers.percentileRank(score, result.stored().language()),
                        guidance.on(score.scale()),
                        paper.on(score.scale())))
                .toList();
    }

    /** The signs in the order of the stories. */
    public List<SignView> leadingFirst() {
        return stories.stream().map(Story::sign).toList();
    }

    /** The signs in the order of the instrument, for tables. */
    public List<SignView> signs() {
        return leadingFirst().stream().sorted(comparing(SignView::tone)).toList();
    }

    public boolean incomplete() {
        return !skipped.isEmpty();
    }

    public boolean advising() {
        return !ideas.isEmpty();
    }
}
