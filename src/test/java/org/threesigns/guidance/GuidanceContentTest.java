package org.threesigns.guidance;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threesigns.guidance.GuidanceText.Advice;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.instrument.Wording;
import org.threesigns.scoring.Responses;
import org.threesigns.scoring.ScaleScore;
import org.threesigns.scoring.ScoreProfile;
import org.threesigns.scoring.Scorer;

/** The guidance that is shipped, as respondents of every kind get it. */
@ParameterizedClass(name = "of {0} in {1}")
@MethodSource("kinds")
@Tag("once")
class GuidanceContentTest {

    /** What no text may ask for that is shown where support comes first, in English. */
    private static final Pattern OPENNESS = Pattern.compile(
            "(?i)\\b(tell|ask|show|share|admit|confess|thank|talk (to|with)|open up to|speak (to|with)|let)\\b"
                    + "[^.!?]*\\b(your|the) partner\\b(?! back| comes| wants)");

    /** What nobody reads where support comes first: that what frightens them has a harmless reason. */
    private static final Pattern DOUBT = Pattern.compile(
            "(?i)(other|another|kinder|kind|everyday|plain|three) (reason|reading|guess)|nothing to do with you"
                    + "|before you (decide|jump)|looking for signs|tired eyes|meant? (well|nothing)|not caring"
                    + "|care with every word|grow careful|more danger than|worry feeds"
                    + "|(otro|otros|tres) motivos?|lectura más amable|no (tienen?|tengan?) que ver contigo"
                    + "|antes de (decidir|dictar)|sin buscar señales|mala intención|más peligro|medir cada palabra"
                    + "|se alimenta a sí");

    /** The claims that say so: no advice that rests on one of them is for everybody. */
    private static final Set<String> DOUBTING_CLAIMS =
            Set.of("I2", "D-g", "A-b", "A-c", "A-d", "A-e", "A-g", "T-a", "T-b");

    /** Scales on which a high score can be a sound warning. */
    private static final Set<String> ON_ALARM = Set.of("cues", "missing", "unease");

    private static final GuidanceLibrary LIBRARY = GuidanceLibrary.of(TestInstruments.catalog());
    private static final Map<String, List<Sample>> SAMPLES = new ConcurrentHashMap<>();
    private static final Map<String, List<Guidance>> OF_ALL_KINDS = new ConcurrentHashMap<>();

    /** Somebody with a score on something. */
    private record Sample(Responses responses, ScoreProfile profile) {}

    private final Instrument instrument;
    private final String language;
    private final String ifSafe;

    GuidanceContentTest(Shipped shipped, String language) {
        this.instrument = shipped.instrument();
        this.language = language;
        this.ifSafe = TestInstruments.catalog()
                .file(instrument, "guidance." + language + ".yaml")
                .orElseThrow()
                .get("if-safe")
                .text();
    }

    static Stream<Arguments> kinds() {
        return Shipped.all().stream()
                .flatMap(shipped -> shipped.languages().stream().map(language -> Arguments.of(shipped, language)));
    }

    @ParameterizedTest
    @EnumSource
    void asksForNoOpennessWhereSupportComesFirst(Wording wording) {
        Set<Tip> tips = everyTip(new Audience(language, wording, true));

        assertThat(tips.stream().filter(Tip::openness)).isEmpty();
        assertThat(tips.stream().map(Tip::text).filter(text -> text.contains(ifSafe)))
                .isEmpty();
        assertThat(tips.stream().map(Tip::text).filter(OPENNESS.asPredicate())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void asksNobodyToDoubtTheirAlarmWhereSupportComesFirst(Wording wording) {
        Set<Tip> tips = everyTip(new Audience(language, wording, true));

        assertThat(tips.stream().filter(Tip::doubtsAlarm)).isEmpty();
        assertThat(tips.stream().map(Tip::text).filter(DOUBT.asPredicate())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void namesNoSourceThatPreachesTheKinderReadingWhereSupportComesFirst(Wording wording) {
        Set<Tip> tips = everyTip(new Audience(language, wording, true));

        assertThat(tips.stream().map(Tip::claim).filter(DOUBTING_CLAIMS::contains))
                .isEmpty();
        assertThat(tips.stream().map(Tip::source).filter(DOUBT.asPredicate())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void explainsAlarmAsSomebodyCanReadItWhoHasReasonToBeAfraid(Wording wording) {
        everyGuidance(
                new Audience(language, wording, true),
                guidance -> assertThat(guidance.signs().stream()
                                .filter(sign -> ON_ALARM.contains(sign.scale().id()))
                                .flatMap(sign -> Stream.concat(Stream.of(sign.explanation()), sign.notice().stream()))
                                .filter(DOUBT.asPredicate()))
                        .isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void stillAdvisesToLookForAKinderReadingWhereNothingSpeaksAgainstIt(Wording wording) {
        assertThat(everyTip(new Audience(language, wording, false)).stream()
                        .filter(Tip::doubtsAlarm)
                        .map(Tip::claim))
                .containsAll(DOUBTING_CLAIMS.stream()
                        .filter(claim -> LIBRARY.find(instrument, language).orElseThrow().everyAdvice().stream()
                                .anyMatch(advice -> advice.claim().equals(claim)))
                        .toList())
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void beginsWhatAsksForOpennessWithTheConditionThatItIsSafe(Wording wording) {
        Set<Tip> tips = everyTip(new Audience(language, wording, false));
        tips.removeAll(strengths(new Audience(language, wording, false))); // they ask for nothing

        assertThat(tips.stream()
                        .filter(tip -> tip.openness() || OPENNESS.asPredicate().test(tip.text()))
                        .map(Tip::text)
                        .filter(text -> !text.startsWith(ifSafe)))
                .isEmpty();
    }

    @Test
    void beginsWithSupportWhereTheSafetyQuestionSaysSo() {
        everyGuidance(
                new Audience(language, Wording.CURRENT, true),
                guidance -> assertThat(guidance.lead()).isPresent());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsNoTextToItself(boolean supportFirst) {
        var said = Stream.of(Wording.values())
                .flatMap(wording -> everyTip(new Audience(language, wording, supportFirst)).stream())
                .map(Tip::text)
                .collect(toSet());
        Set<String> written = textsFor(supportFirst);

        assertThat(written.stream().filter(text -> !said.contains(text)))
                .as("never said")
                .isEmpty();
        assertThat(said.stream().filter(text -> !written.contains(text)))
                .as("said all the same")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void plansFourWeeksThatAreTheSameWhateverTheSafetyQuestionGot(Wording wording) {
        samples().stream()
                .filter(sample -> sample.profile().scales().stream().allMatch(ScaleScore::isScored))
                .forEach(sample -> {
                    var plan = guidance(sample, new Audience(language, wording, false))
                            .plan()
                            .orElseThrow();
                    assertThat(plan.weeks()).hasSize(4).doesNotHaveDuplicates();
                    assertThat(guidance(sample, new Audience(language, wording, true))
                                    .plan())
                            .contains(plan);
                });
    }

    @ParameterizedTest
    @EnumSource
    void givesEveryScoredScaleAnExplanationAndSomethingToTry(Wording wording) {
        everyGuidance(
                new Audience(language, wording, true),
                guidance -> assertThat(guidance.signs()).isNotEmpty().allSatisfy(sign -> {
                    assertThat(sign.practice()).isPresent();
                    assertThat(sign.notice()).isPresent();
                    assertThat(sign.tips()).hasSizeLessThanOrEqualTo(4);
                }));
    }

    private Set<Tip> everyTip(Audience audience) {
        Set<Tip> tips = new HashSet<>();
        everyGuidance(audience, guidance -> guidance.everyTip().forEach(tips::add));
        return tips;
    }

    private Set<Tip> strengths(Audience audience) {
        Set<Tip> strengths = new HashSet<>();
        everyGuidance(audience, guidance -> guidance.strengths().forEach(strength -> strengths.add(strength.why())));
        return strengths;
    }

    private Set<String> textsFor(boolean supportFirst) {
        Set<String> texts = new HashSet<>();
        for (Advice advice : text().everyAdvice()) {
            if (!(supportFirst && (advice.openness() || advice.doubtsAlarm()))) {
                texts.add(advice.words().in(Wording.CURRENT));
                texts.add(advice.words().in(Wording.PAST));
            }
        }
        return texts;
    }

    private void everyGuidance(Audience audience, Consumer<Guidance> check) {
        OF_ALL_KINDS
                .computeIfAbsent(
                        instrument.id() + audience,
                        each -> samples().stream()
                                .map(sample -> guidance(sample, audience))
                                .distinct()
                                .toList())
                .forEach(check);
    }

    private List<Sample> samples() {
        return SAMPLES.computeIfAbsent(
                instrument.id(),
                id -> SampleResponses.ofAllKinds(instrument)
                        .map(responses -> new Sample(responses, Scorer.score(instrument, responses)))
                        .filter(sample -> sample.profile().scales().stream().anyMatch(ScaleScore::isScored))
                        .toList());
    }

    private Guidance guidance(Sample sample, Audience audience) {
        return LIBRARY.guide(instrument, sample.responses(), sample.profile(), audience);
    }

    private GuidanceText text() {
        return LIBRARY.find(instrument, language).orElseThrow();
    }
}
