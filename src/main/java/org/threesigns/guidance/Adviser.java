package org.threesigns.guidance;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.threesigns.guidance.Guidance.Plan;
import org.threesigns.guidance.GuidanceText.Advice;
import org.threesigns.guidance.GuidanceText.BandText;
import org.threesigns.guidance.GuidanceText.FacetText;
import org.threesigns.guidance.GuidanceText.PlanText;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.instrument.Item;
import org.threesigns.scoring.Responses;
import org.threesigns.scoring.ScaleScore;
import org.threesigns.scoring.ScoreProfile;

/** Chooses, for one audience, the words that fit a result. Each tip is put into words once. */
class Adviser {

    private static final int MOST_FACET_TIPS = 3;
    private static final int STEPS_OF_THE_PLAN = 2;

    private final Instrument instrument;
    private final GuidanceText text;
    private final Audience audience;

    /** By the very advice, as two may read the same and belong to different facets. */
    private final IdentityHashMap<Advice, Tip> tips = new IdentityHashMap<>();

    Adviser(Instrument instrument, GuidanceText text, Audience audience) {
        this.instrument = instrument;
        this.text = text;
        this.audience = audience;
        InstrumentText words = instrument.text(audience.language());
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
                text.lead().filter(lead -> audience.supportFirst()),
                scored.stream().map(this::guideOn).toList(),
                closing(responses),
                text.plan().map(plan -> plan(plan, profile)));
    }

    private SignGuidance guideOn(ScaleScore score) {
        BandText band = text.on(score);
        Optional<Tip> practice = say(band.practice());
        Stream<Tip> facetTips = score.facets().stream()
                .flatMap(facet -> sayOf(facet, FacetText::tip))
                .limit(MOST_FACET_TIPS);
        return new SignGuidance(
                score.scale(),
                band.explanation().in(audience.wording()),
                practice,
                practice.flatMap(tip -> band.notice()).map(notice -> notice.in(audience.wording())),
                Stream.concat(say(band.advice()).stream(), facetTips).toList());
    }

    /** For each unscored item that was answered below the middle its own words; then the words for everybody. */
    private List<Tip> closing(Responses responses) {
        Stream<Tip> answeredLow = instrument.unscoredItems().stream()
                .filter(item -> responses.option(item).isPresent())
                .filter(item -> isBelowTheMiddle(item, responses.option(item).getAsInt()))
                .flatMap(item -> say(Optional.ofNullable(text.closing().get(item.id()))).stream());
        return Stream.concat(answeredLow, say(text.closingForAll()).stream()).toList();
    }

    private boolean isBelowTheMiddle(Item item, int option) {
        return 2 * instrument.itemScore(item, option)
                < instrument.responseScale().lowest()
                        + instrument.responseScale().highest();
    }

    /**
     * A first week, two weeks with a step each, a last week. The steps come from the facets that weigh most: those of
     * the leading scales in turn, then of the others. Where too few facets weigh anything, a practice fills the week.
     */
    private Plan plan(PlanText plan, ScoreProfile profile) {
        List<ScaleScore> leading = profile.leading().stream().map(profile::on).toList();
        List<ScaleScore> others = profile.scales().stream()
                .filter(score -> score.isScored() && !leading.contains(score))
                .sorted(Comparator.comparing(Function.<ScaleScore>identity(), ScaleScore::compareMean)
                        .reversed())
                .toList();
        Stream<Tip> steps = Stream.of(steps(leading), steps(others), practices(leading), practices(others))
                .flatMap(tips -> tips)
                .limit(STEPS_OF_THE_PLAN);
        return new Plan(
                plan.introduction(),
                Stream.of(say(Optional.of(plan.first())).stream(), steps, say(Optional.of(plan.last())).stream())
                        .flatMap(weeks -> weeks)
                        .toList());
    }

    private Stream<Tip> steps(List<ScaleScore> scores) {
        List<List<String>> facets = scores.stream().map(ScaleScore::facets).toList();
        return inTurn(facets).flatMap(facet -> sayOf(facet, FacetText::step));
    }

    private Stream<Tip> practices(List<ScaleScore> scores) {
        return scores.stream().flatMap(score -> say(text.on(score).practice()).stream());
    }

    /** The first of each list, then the second of each, and so on. */
    private static Stream<String> inTurn(List<List<String>> lists) {
        int longest = lists.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, longest)
                .boxed()
                .flatMap(place ->
                        lists.stream().filter(list -> place < list.size()).map(list -> list.get(place)));
    }

    private Stream<Tip> sayOf(String facet, Function<FacetText, Optional<Advice>> part) {
        return say(text.facet(facet).flatMap(part)).stream();
    }

    private Optional<Tip> say(Optional<Advice> advice) {
        return advice.map(tips::get);
    }
}
