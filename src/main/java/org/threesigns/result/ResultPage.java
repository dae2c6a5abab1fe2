package org.threesigns.result;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.threesigns.guidance.Guidance;
import org.threesigns.guidance.Guidance.Lead;
import org.threesigns.guidance.Guidance.Plan;
import org.threesigns.guidance.Tip;
import org.threesigns.instrument.InstrumentText.NextStep;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Source;
import org.threesigns.instrument.Wording;
import org.threesigns.result.Story.Suggestion;
import org.threesigns.scoring.ScaleScore;
import org.threesigns.statistics.PeerFigures;

/**
 * The result as its page tells it. Somebody else may find it printed, so on paper everybody has the advice that asks for
 * no openness, whether support comes first for them or not: paper does not tell.
 *
 * @param token the key in the address of the page
 * @param origin what the result was answered on
 * @param date the day of the answers in words
 * @param stories one for each scale, highest score first
 * @param skipped the questions that were not answered
 * @param careless whether the answers look as if given in a hurry
 * @param lead what stands before everything else where support comes first
 * @param loop how two of the answers can feed each other; on the screen alone
 * @param ideas what the tips rest on, each once, in the order of the source
 */
record ResultPage(
        String token,
        Origin origin,
        String date,
        Opening opening,
        List<Story> stories,
        Optional<Lead> lead,
        List<Strengths> strengths,
        Optional<Tip> loop,
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
     * What already helps: answers, quoted.
     *
     * @param kind a class that keeps them to the screen or to paper; empty where they stand on both
     */
    record Strengths(Optional<String> kind, List<Quote> quotes) {

        static List<Strengths> of(List<Quote> screen, List<Quote> paper) {
            Stream<Strengths> all = screen.equals(paper)
                    ? Stream.of(new Strengths(Optional.empty(), screen))
                    : Stream.of(
                            new Strengths(Optional.of("no-print"), screen),
                            new Strengths(Optional.of("on-paper"), paper));
            return all.filter(some -> !some.quotes.isEmpty()).toList();
        }
    }

    /** An answer, and why it is quoted. */
    record Quote(AnswerView answer, Tip why) {

        static List<Quote> of(Result result, Guidance guidance, Locale language) {
            return guidance.strengths().stream()
                    .map(strength ->
                            new Quote(AnswerView.of(result.answers(), strength.item(), language), strength.why()))
                    .toList();
        }
    }

    /** Advice from the items that are not scored. */
    record Closing(List<Printable> tips) {

        static Optional<Closing> of(Guidance screen, Guidance paper) {
            return screen.closing().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Closing(Suggestion.of(Optional.empty(), screen.closing()).stream()
                            .map(each -> new Printable(each, paper.closing().contains(each.tip())))
                            .toList()));
        }

        public boolean onPaper() {
            return tips.stream().anyMatch(Printable::printed);
        }
    }

    /** @param printed whether it is on paper too */
    record Printable(Suggestion suggestion, boolean printed) {}

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

    /**
     * @param date the day of its publication in words
     * @param language in which its title is
     */
    record Citation(Source source, String date, String language) {}

    /**
     * A claim of the source, in words.
     *
     * @param number the same on every result
     * @param kind a class that keeps it to the screen or to paper, with what rests on it; empty where it stands on both
     */
    record Idea(int number, String claim, String text, Optional<String> kind) {

        static List<Idea> of(List<Tip> screen, List<Tip> paper) {
            Set<String> onScreen = screen.stream().map(Tip::claim).collect(toSet());
            Set<String> onPaper = paper.stream().map(Tip::claim).collect(toSet());
            var ideas = new TreeMap<Integer, Idea>();
            Stream.concat(screen.stream(), paper.stream())
                    .forEach(tip -> ideas.put(
                            tip.number(),
                            new Idea(
                                    tip.number(),
                                    tip.claim(),
                                    tip.source(),
                                    kind(onScreen.contains(tip.claim()), onPaper.contains(tip.claim())))));
            return List.copyOf(ideas.values());
        }

        private static Optional<String> kind(boolean onScreen, boolean onPaper) {
            return onScreen && onPaper ? Optional.empty() : Optional.of(onScreen ? "no-print" : "on-paper");
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
                Opening.of(result, !guidance.signs().isEmpty(), peers, language),
                stories,
                guidance.lead(),
                Strengths.of(Quote.of(result, guidance, language), Quote.of(result, paper, language)),
                guidance.loop(),
                Closing.of(guidance, paper),
                StepByStep.of(guidance, paper),
                AnswerView.of(result.answers(), skipped(result), language),
                result.stored().careless(),
                new Limits(
                        result.stored().wording() == Wording.PAST,
                        stories.stream().anyMatch(story -> story.rank().isPresent())),
                new Citation(
                        instrument.source(),
                        figures.date(instrument.source().published()),
                        instrument.defaultLanguage()),
                Idea.of(guidance.everyTip(), paper.everyTip()),
                text.nextStep());
    }

    private static List<Item> skipped(Result result) {
        return result.instrument().items().stream()
                .filter(item -> result.stored().responses().skipped(item))
                .toList();
    }

    /** Those with a score, highest first, so that the leading ones are in front; then those that have none. */
    private static List<Story> stories(
            Result result, Guidance guidance, Guidance paper, PeerFigures peers, Locale language) {
        List<ScaleScore> scores = result.profile().scales();
        return Stream.concat(
                        Opening.highestFirst(scores).stream(), scores.stream().filter(score -> !score.isScored()))
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
