package org.threesigns.guidance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.threesigns.guidance.Guidance.Plan;
import org.threesigns.guidance.Guidance.Strength;
import org.threesigns.guidance.GuidanceText.Advice;
import org.threesigns.guidance.GuidanceText.FacetText;
import org.threesigns.guidance.GuidanceText.PlanText;
import org.threesigns.guidance.GuidanceText.SupportFirst;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.instrument.Item;
import org.threesigns.scoring.Responses;
import org.threesigns.scoring.ScaleScore;
import org.threesigns.scoring.ScoreProfile;

/**
 * Chooses, for one audience, the words that fit a result. Each tip is put into words once, which saves a tenth of the
 * processor time of a result page (decision 24).
 */
class Adviser {

    private static final int MOST_FACET_TIPS = 3;
    private static final int MOST_STRENGTHS = 2;
    private static final int STEPS_OF_THE_PLAN = 2;

    private final Instrument instrument;
    private final GuidanceText text;
    private final Audience audience;
    private final Placeholders placeholders;

    /** By the very advice, as two may read the same and belong to different facets. */
    private final IdentityHashMap<Advice, Tip> tips = new IdentityHashMap<>();

    Adviser(Instrument instrument, GuidanceText text, Audience audience) {
        this.instrument = instrument;
        this.text = text;
        this.audience = audience;
        InstrumentText words = instrument.text(audience.language());
        this.placeholders = new Placeholders(words, text.and());
        text.everyAdvice().forEach(advice -> put(advice, Optional.empty(), words));
        text.facets()
                .forEach((facet, advice) -> Stream.of(advice.tip(), advice.step())
                        .flatMap(Optional::stream)
                        .forEach(some -> put(some, Optional.of(words.facet(facet)), words)));
    }

    /**
     * Every advice on a result passes here: where support comes first, none gets through that asks for openness, and none
     * that asks somebody to doubt their own alarm.
     */
    private void put(Advice advice, Optional<String> topic, InstrumentText words) {
        if (!audience.supportFirst() || advice.isForEverybody()) {
            tips.put(
                    advice,
                    new Tip(
                            topic,
                            advice.words().in(audience.wording()),
                            advice.claim(),
                            instrument.claims().indexOf(advice.claim()) + 1,
                            words.claim(advice.claim()),
                            advice.openness(),
                            advice.doubtsAlarm()));
        }
    }

    Guidance advise(Responses responses, ScoreProfile profile) {
        List<ScaleScore> scored =
                profile.scales().stream().filter(ScaleScore::isScored).toList();
        return new Guidance(
                text.supportFirst().filter(lead -> audience.supportFirst()).map(SupportFirst::lead),
                scored.stream().map(score -> guideOn(score, responses)).toList(),
                strengths(responses),
                loop(responses),
                closing(responses),
                text.plan().flatMap(plan -> plan(plan, responses, profile)));
    }

    private SignGuidance guideOn(ScaleScore score, Responses responses) {
        var answers = new GivenAnswers(instrument, responses, Optional.of(score));
        SignText words = text.on(score.scale(), answers);
        Optional<Tip> practice = say(words.practice());
        List<Tip> facetTips = sayOf(FacetMean.weightiest(score), FacetText::tip);
        var more = new ArrayList<Tip>();
        say(words.advice()).ifPresent(more::add);
        more.addAll(facetTips.subList(0, Math.min(MOST_FACET_TIPS, facetTips.size())));
        return new SignGuidance(
                score.scale(),
                placeholders.fill(words.explanation().in(audience.wording()), words.assumes(), score.scale(), answers),
                practice,
                practice.flatMap(tip -> words.notice()).map(notice -> notice.in(audience.wording())),
                more);
    }

    private List<Strength> strengths(Responses responses) {
        var answers = new GivenAnswers(instrument, responses, Optional.empty());
        if (!text.strengths().assumes().holds(answers)) {
            return List.of();
        }
        return text.strengths().in(responses).stream()
                .flatMap(
                        item -> say(Optional.ofNullable(text.strengths().items().get(item)))
                                .map(why -> new Strength(item, why))
                                .stream())
                .limit(MOST_STRENGTHS)
                .toList();
    }

    /** The first that fits. Never where support comes first: a loop makes a habit of what can be a sound alarm. */
    private Optional<Tip> loop(Responses responses) {
        var answers = new GivenAnswers(instrument, responses, Optional.empty());
        return text.loops().stream()
                .filter(loop -> !audience.supportFirst() && loop.assumes().holds(answers))
                .findFirst()
                .flatMap(loop -> say(Optional.of(loop.words())));
    }

    /** For each unscored item that was answered below the middle its own words; then the words for everybody. */
    private List<Tip> closing(Responses responses) {
        var tips = new ArrayList<Tip>();
        for (Item item : instrument.unscoredItems()) {
            if (Level.of(responses, item) == Level.LOW) {
                say(Optional.ofNullable(text.closing().get(item.id()))).ifPresent(tips::add);
            }
        }
        say(text.closingForAll()).ifPresent(tips::add);
        return tips;
    }

    /**
     * A first week, two weeks with a step each, a last week. The steps come from the facets that weigh most: those of
     * the leading scales in turn, then of the others. Where too few facets weigh anything, a practice fills the week; no
     * plan where even those are too few.
     */
    private Optional<Plan> plan(PlanText plan, Responses responses, ScoreProfile profile) {
        List<ScaleScore> leading = profile.leading().stream().map(profile::on).toList();
        List<ScaleScore> others = profile.scales().stream()
                .filter(score -> score.isScored() && !leading.contains(score))
                .sorted(Comparator.comparing(Function.<ScaleScore>identity(), ScaleScore::compareScore)
                        .reversed())
                .toList();
        List<Tip> steps = Stream.of(
                        sayOf(inTurn(leading), FacetText::step),
                        sayOf(inTurn(others), FacetText::step),
                        practices(leading, responses),
                        practices(others, responses))
                .flatMap(List::stream)
                .distinct() // a facet can be on two scales
                .limit(STEPS_OF_THE_PLAN)
                .toList();
        if (steps.size() < STEPS_OF_THE_PLAN) {
            return Optional.empty();
        }
        var weeks = new ArrayList<Tip>();
        say(Optional.of(plan.first())).ifPresent(weeks::add);
        weeks.addAll(steps);
        say(Optional.of(plan.last())).ifPresent(weeks::add);
        return Optional.of(new Plan(plan.introduction(), weeks));
    }

    private List<Tip> practices(List<ScaleScore> scores, Responses responses) {
        var tips = new ArrayList<Tip>();
        for (ScaleScore score : scores) {
            var answers = new GivenAnswers(instrument, responses, Optional.of(score));
            say(text.on(score.scale(), answers).practice()).ifPresent(tips::add);
        }
        return tips;
    }

    /** The first facet of each, then the second of each, and so on. */
    private static List<String> inTurn(List<ScaleScore> scores) {
        List<List<String>> each = scores.stream().map(FacetMean::weightiest).toList();
        int longest = each.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, longest)
                .boxed()
                .flatMap(place ->
                        each.stream().filter(facets -> place < facets.size()).map(facets -> facets.get(place)))
                .toList();
    }

    private List<Tip> sayOf(List<String> facets, Function<FacetText, Optional<Advice>> part) {
        var tips = new ArrayList<Tip>();
        for (String facet : facets) {
            say(text.facet(facet).flatMap(part)).ifPresent(tips::add);
        }
        return tips;
    }

    private Optional<Tip> say(Optional<Advice> advice) {
        return advice.map(tips::get);
    }
}
