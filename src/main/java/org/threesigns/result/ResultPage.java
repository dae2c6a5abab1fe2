package org.threesigns.result;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.threesigns.guidance.Guidance;
import org.threesigns.guidance.Guidance.Plan;
import org.threesigns.guidance.Tip;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentText.NextStep;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.Source;
import org.threesigns.instrument.Support;
import org.threesigns.instrument.Wording;
import org.threesigns.result.SignSection.Suggestion;
import org.threesigns.scoring.ScaleScore;
import org.threesigns.statistics.PeerFigures;

/**
 * The result as its page and those below it tell it. A printed result may be found by others, so paper always carries the
 * advice that is given where support comes first.
 *
 * @param path the address of the result in this language
 * @param origin what the result was answered on
 * @param day the day of the answers as {@code 2026-03-14}, for the name of a saved file
 * @param date the same in words
 * @param stories one for each scale, highest score first
 * @param strengths what already helps: answers, quoted
 * @param closing advice from the items that are not scored
 * @param skipped the questions that were not answered
 * @param careless whether the answers look as if given in a hurry
 * @param compared whether any sign is compared with those of other people
 * @param ownLines whether the site or its host drew the lines between any words for scores
 * @param lead what stands before everything else where support comes first
 * @param loop how two of the answers can feed each other; on the screen alone
 * @param onward another questionnaire to go on with; none where support comes first
 * @param ideas what the tips rest on, each once, in the order of the source
 */
record ResultPage(
        String path,
        Origin origin,
        String day,
        String date,
        Opening opening,
        List<SignSection> stories,
        Optional<Support.First> lead,
        List<ForMedium<List<Quote>>> strengths,
        Optional<Tip> loop,
        List<ForMedium<List<Suggestion>>> closing,
        List<ForMedium<Plan>> plan,
        List<AnswerView> skipped,
        boolean careless,
        boolean compared,
        boolean ownLines,
        Optional<Citation> citation,
        List<Idea> ideas,
        Optional<NextStep> nextStep,
        Optional<OnwardLink> onward,
        InstrumentLines lines) {

    /** The instrument's name and version, and under which terms others may use it. */
    record Origin(String name, int version, String licence) {}

    /**
     * The way to another questionnaire. It carries nothing of the result but whether the relationship is over.
     *
     * @param past whether to ask about a relationship that is over
     */
    record OnwardLink(String instrument, String text, boolean past) {

        static Optional<OnwardLink> of(Result result, Locale language) {
            return result.text(language)
                    .onward()
                    .map(onward -> new OnwardLink(
                            onward.instrument(), onward.text(), result.stored().wording() == Wording.PAST));
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

    /**
     * @param date the day of its publication in words
     * @param language in which its title is
     */
    record Citation(Source source, String date, String language) {

        static Citation of(Source source, Instrument instrument, ScoreFormat format) {
            return new Citation(source, format.date(source.published()), instrument.defaultLanguage());
        }
    }

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
        List<SignSection> stories = stories(result, guidance, paper, peers, language);
        return new ResultPage(
                result.path(language),
                new Origin(text.name(), instrument.version(), instrument.licence()),
                result.stored().completedOn().toString(),
                figures.date(result.stored().completedOn()),
                Opening.of(result, eachHasPractice(guidance), peers, language),
                stories,
                guidance.lead(),
                ForMedium.of(Quote.of(result, guidance, language), Quote.of(result, paper, language)),
                guidance.loop(),
                ForMedium.of(Suggestion.of(guidance.closing()), Suggestion.of(paper.closing())),
                ForMedium.of(guidance.plan(), paper.plan()),
                AnswerView.of(result.answers(), skipped(result), language),
                result.stored().careless(),
                stories.stream().anyMatch(story -> story.rank().isPresent()),
                instrument.scales().stream().anyMatch(Scale::hasOwnBands),
                instrument.source().map(source -> Citation.of(source, instrument, figures)),
                Idea.of(guidance.everyTip(), paper.everyTip()),
                text.nextStep(),
                guidance.lead().isPresent() ? Optional.empty() : OnwardLink.of(result, language),
                result.answers().lines(language));
    }

    private static List<Item> skipped(Result result) {
        return result.instrument().items().stream()
                .filter(item -> result.stored().responses().skipped(item))
                .toList();
    }

    /** Whether every sign with a score comes with something to try. */
    private static boolean eachHasPractice(Guidance guidance) {
        return !guidance.signs().isEmpty()
                && guidance.signs().stream().allMatch(sign -> sign.practice().isPresent());
    }

    /** Those with a score, the leading ones in front; then those that have none. */
    private static List<SignSection> stories(
            Result result, Guidance guidance, Guidance paper, PeerFigures peers, Locale language) {
        List<ScaleScore> scores = result.profile().scales();
        return Stream.concat(Opening.scored(result).stream(), scores.stream().filter(score -> !score.isScored()))
                .map(score -> SignSection.of(
                        SignView.of(result.answers(), score, peers, language),
                        score.reasons().stream()
                                .map(item -> AnswerView.of(result.answers(), item, language))
                                .toList(),
                        peers.percentileRank(score, result.stored().language()),
                        guidance.on(score.scale()),
                        paper.on(score.scale())))
                .toList();
    }

    /** The signs in the order of the stories. */
    public List<SignView> leadingFirst() {
        return stories.stream().map(SignSection::sign).toList();
    }

    /** The signs in the order of the instrument, for tables. */
    public List<SignView> signs() {
        return leadingFirst().stream().sorted(comparing(SignView::tone)).toList();
    }

    /** Whether the error of any score is known. */
    public boolean withErrors() {
        return stories.stream()
                .flatMap(story -> story.sign().score().stream())
                .anyMatch(score -> score.error().isPresent());
    }

    /** Whether what is skipped makes any score lower. */
    public boolean withSums() {
        return stories.stream().anyMatch(story -> story.sign().sum());
    }

    /** With whom it compares, as part of a message key. */
    public String comparison() {
        boolean normed = stories.stream().anyMatch(story -> story.sign().normed());
        if (normed) {
            return compared ? "both" : "studies";
        }
        return compared ? "compared" : "alone";
    }

    public boolean incomplete() {
        return !skipped.isEmpty();
    }

    public boolean advising() {
        return !ideas.isEmpty();
    }

    /** Whether there is more to try than the one thing for each sign. */
    public boolean hasMoreIdeas() {
        return !closing.isEmpty()
                || stories.stream().anyMatch(story -> !story.ideas().isEmpty());
    }
}
