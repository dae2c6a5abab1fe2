package org.threesigns.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threesigns.guidance.SampleResponses.allScoring;
import static org.threesigns.guidance.SampleResponses.with;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import org.threesigns.instrument.BrokenContentException;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Support;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.instrument.Wording;
import org.threesigns.scoring.Responses;
import org.threesigns.scoring.Scorer;

class GuidanceLibraryTest {

    private static final Audience ANYBODY = new Audience("en", Wording.CURRENT, false);

    private static final GuidanceLibrary LIBRARY = GuidanceLibrary.of(TestInstruments.catalog());

    private final Instrument instrument = TestInstruments.threeSigns();
    private final InstrumentText words = instrument.text("en");

    @Test
    void givesTipsOnTheFacetsThatWeighMostHighestFirst() {
        var responses = allScoring(instrument, 1);
        responses = with(instrument, responses, "D4", 4);
        responses = with(instrument, responses, "D2", 5);

        assertThat(topics(sign(responses, "distance").tips()))
                .containsExactly(words.facet("limit-investment"), words.facet("distraction"));
    }

    @Test
    void isRefusedWhereAQuestionCountsInTwoDirections(@TempDir Path folder) throws IOException {
        Path version = folder.resolve("two-ways/1");
        FileSystemUtils.copyRecursively(Path.of("src/test/resources/other-instruments/two-ways/1"), version);
        Files.writeString(version.resolve("guidance.en.yaml"), "language: en");

        assertThatThrownBy(() -> GuidanceLibrary.of(TestInstruments.catalog(folder, "two-ways")))
                .isInstanceOf(BrokenContentException.class)
                .hasMessageContaining("guidance.en.yaml, line 1: Guidance needs questions that count in one way")
                .extracting(problem -> ((BrokenContentException) problem).remedy())
                .isEqualTo("Remove 'keying' and 'weight' from their scales, or remove the guidance.");
    }

    @Test
    void isRefusedWhereNothingIsScored(@TempDir Path folder) throws IOException {
        Path version = folder.resolve("unscored/1");
        FileSystemUtils.copyRecursively(Path.of("src/test/resources/other-instruments/unscored/1"), version);
        Files.writeString(version.resolve("guidance.en.yaml"), "language: en");

        assertThatThrownBy(() -> GuidanceLibrary.of(TestInstruments.catalog(folder, "unscored")))
                .isInstanceOf(BrokenContentException.class)
                .hasMessageContaining("Guidance speaks about scores, and this questionnaire has no scales.");
    }

    /** It would never be shown, and nobody would know why. */
    @Test
    void isRefusedWhereTheDefaultLanguageHasNone(@TempDir Path folder) throws IOException {
        withHelpOfItsOwn(folder);
        Files.delete(folder.resolve("signs-again/1/guidance.en.yaml"));
        InstrumentCatalog catalog = TestInstruments.catalog(folder, "signs-again");

        assertThatExceptionOfType(BrokenContentException.class)
                .isThrownBy(() -> GuidanceLibrary.of(catalog))
                .withMessageContaining("guidance.es.yaml, line 20: There is no guidance in 'en', the default language.")
                .satisfies(refusal ->
                        assertThat(refusal.remedy()).isEqualTo("Write 'guidance.en.yaml' beside this file."));
    }

    /** An answer that the person may have feared to give would do nothing for them. */
    @Test
    void isRefusedWhereASafetyQuestionWouldChangeNothing(@TempDir Path folder) throws IOException {
        Path version = folder.resolve("tiny/1");
        FileSystemUtils.copyRecursively(Path.of("src/test/resources/authoring/tiny/1"), version);
        Files.delete(version.resolve("support.en.yaml"));
        InstrumentCatalog catalog = TestInstruments.catalog(folder, "tiny");

        assertThatExceptionOfType(BrokenContentException.class)
                .isThrownBy(() -> GuidanceLibrary.of(catalog))
                .withMessageContaining("instrument.yaml, line 48: What is ticked in the safety question would change")
                .satisfies(refusal -> assertThat(refusal.remedy())
                        .isEqualTo("Write 'first: {title: …, text: […]}' in 'support.en.yaml' beside this file."));
    }

    @Test
    void countsReverseKeyedItemsThroughTheirKeying() {
        // "Never" on both of these reverse-keyed items is an item score of 5.
        var responses = allScoring(instrument, 1);
        responses = with(instrument, responses, "D7", 5);
        responses = with(instrument, responses, "D8", 5);

        assertThat(topics(sign(responses, "distance").tips())).containsExactly(words.facet("small-openings"));
    }

    @Test
    void weighsAFacetByTheMeanOfItsItems() {
        // One 4 of two is a mean of 2.5, which is below the middle.
        var responses = with(instrument, allScoring(instrument, 1), "D7", 4);

        assertThat(topics(sign(responses, "distance").tips())).isEmpty();
    }

    @Test
    void givesAtMostThreeTipsOnFacets() {
        assertThat(topics(sign(allScoring(instrument, 4), "distance").tips())).hasSize(3);
    }

    @Test
    void speaksOfGivingWayWhereNothingCoercingWasAnswered() {
        var givingWay = allScoring(instrument, 4);
        for (String item : List.of("C4", "C5", "C6")) {
            givingWay = with(instrument, givingWay, item, 2);
        }
        var coercing = allScoring(instrument, 4);

        assertThat(sign(givingWay, "control").explanation())
                .contains("Support comes first", "less say")
                .isNotEqualTo(sign(coercing, "control").explanation());
        assertThat(topics(sign(givingWay, "control").tips()))
                .doesNotContain(words.facet("isolate"), words.facet("guilt"), words.facet("scarcity"));
    }

    @Test
    void readsPastWhereTheRelationshipIsOver() {
        var past = guide(allScoring(instrument, 4), new Audience("en", Wording.PAST, false));

        assertThat(past.on(instrument.scales().get(0)).orElseThrow().explanation())
                .contains("You said that you often made space");
    }

    @Test
    void saysNothingOnAScaleWithoutAScore() {
        var responses = Responses.allSkipped(instrument.items().size());

        assertThat(guide(responses, ANYBODY).signs()).isEmpty();
    }

    @Test
    void closesWithTheUnscoredItemsThatWereAnsweredLow() {
        var responses = with(instrument, allScoring(instrument, 1), "T1", 2);
        responses = with(instrument, responses, "T2", 3);

        assertThat(guide(responses, ANYBODY).closing())
                .extracting(Tip::claim)
                .containsExactly("T-a", "T-c"); // the one answered low, and the one for everybody
    }

    @Test
    void quotesTheClearestStrengthsFirst() {
        var responses = allScoring(instrument, 3);
        responses = with(instrument, responses, "A7", 2);
        responses = with(instrument, responses, "C7", 1);
        responses = with(instrument, responses, "D7", 2);

        assertThat(guide(responses, ANYBODY).strengths())
                .extracting(strength -> strength.item().id())
                .containsExactly("C7", "D7");
    }

    @Test
    void plansTheStepsOfTheLeadingSignsInTurn() {
        var responses = allScoring(instrument, 1);
        for (String item : List.of("D1", "D2", "D3", "D4", "D5", "D6", "A1", "A2", "A3", "A4", "A5", "A6")) {
            responses = with(instrument, responses, item, 4);
        }
        responses = with(instrument, with(instrument, responses, "D2", 5), "A2", 5);

        var weeks = guide(responses, ANYBODY).plan().orElseThrow().weeks();

        assertThat(weeks.get(1).topic()).contains(words.facet("limit-investment"));
        assertThat(weeks.get(2).topic()).contains(words.facet("moods"));
    }

    @Test
    void plansTheStepOfAFacetOfTwoScalesOnce(@TempDir Path folder) throws IOException {
        InstrumentCatalog catalog = hurryOnTwoScales(folder);
        Instrument paces = catalog.latest("paces").orElseThrow();

        assertThat(guide(GuidanceLibrary.of(catalog), paces, allScoring(paces, 2), ANYBODY)
                        .plan()
                        .orElseThrow()
                        .weeks())
                .extracting(Tip::text)
                .containsExactly("Look.", "Walk.", "Stop.", "Look back.");
    }

    @Test
    void takesAFacetOfTwoScalesForHighWhereverItIsHigh(@TempDir Path folder) throws IOException {
        InstrumentCatalog catalog = hurryOnTwoScales(folder);
        Instrument paces = catalog.latest("paces").orElseThrow();
        GuidanceLibrary library = GuidanceLibrary.of(catalog);
        Responses low = allScoring(paces, 0);

        assertThat(guide(library, paces, low, ANYBODY).loop()).isEmpty();
        assertThat(guide(library, paces, with(paces, low, "d", 2), ANYBODY).loop())
                .isPresent();
        assertThat(guide(library, paces, with(paces, low, "n", 2), ANYBODY).loop())
                .isPresent();
    }

    private static InstrumentCatalog hurryOnTwoScales(Path folder) throws IOException {
        Path version = Files.createDirectories(folder.resolve("paces/1"));
        Files.writeString(version.resolve("instrument.yaml"), """
                id: paces
                version: 1
                default-language: en
                licence: CC0
                options: [{id: "no", value: 0}, {id: "some", value: 1}, {id: "yes", value: 2}]
                scales: [{id: day, facets: [hurry]}, {id: night, facets: [hurry]}]
                items: [{id: d, scale: day, facet: hurry}, {id: n, scale: night, facet: hurry}]
                claims: [slow]
                """);
        Files.writeString(version.resolve("en.yaml"), """
                language: en
                name: Paces
                summary: An example.
                instructions: Think of now.
                options: {"no": "No", some: Some, "yes": "Yes"}
                items: {d: "By day?", n: "By night?"}
                scales: {day: {name: Day}, night: {name: Night}}
                facets: {hurry: hurry}
                claims: {slow: Slow is good.}
                """);
        Files.writeString(version.resolve("guidance.en.yaml"), """
                language: en
                about-answers: [You said]
                scales:
                  day: [{explanation: A day., practice: {text: Stop., claim: slow, openness: false, doubts-alarm: false}}]
                  night: [{explanation: A night.}]
                facets: {hurry: {step: {text: Walk., claim: slow, openness: false, doubts-alarm: false}}}
                loops: [{assumes: {hurry: high}, text: On and on., claim: slow, openness: false, doubts-alarm: false}]
                plan:
                  introduction: A step a week.
                  first: {text: Look., claim: slow, openness: false, doubts-alarm: false}
                  last: {text: Look back., claim: slow, openness: false, doubts-alarm: false}
                """);
        return TestInstruments.catalog(folder, "paces");
    }

    @Test
    void plansPracticesWhereNoFacetWeighsAnything() {
        var guidance = guide(allScoring(instrument, 1), ANYBODY);

        assertThat(guidance.plan().orElseThrow().weeks().subList(1, 3))
                .containsExactlyElementsOf(guidance.signs().subList(0, 2).stream()
                        .map(SignGuidance::practice)
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** The page promises four weeks. */
    @Test
    void plansNothingWhereTooLittleIsScoredForAllWeeks() {
        var responses = Responses.allSkipped(instrument.items().size());
        for (Item item : instrument.scales().get(0).items()) {
            responses = with(instrument, responses, item.id(), 1);
        }

        assertThat(guide(responses, ANYBODY).signs()).hasSize(1);
        assertThat(guide(responses, ANYBODY).plan()).isEmpty();
        assertThat(guide(with(instrument, responses, "D1", 4), ANYBODY).plan()).isPresent();
    }

    @Test
    void saysWhereEveryTipComesFrom() {
        assertThat(guide(allScoring(instrument, 4), ANYBODY).everyTip())
                .isNotEmpty()
                .allSatisfy(tip -> assertThat(tip.source()).isEqualTo(words.claim(tip.claim())));
    }

    @Test
    void fallsBackToTheDefaultLanguage() {
        var responses = allScoring(instrument, 4);

        assertThat(guide(responses, new Audience("tlh", Wording.CURRENT, false)))
                .isEqualTo(guide(responses, ANYBODY));
    }

    @Test
    void speaksTheLanguageWhereARegionHasNoWords() {
        var responses = allScoring(instrument, 4);
        Guidance spanish = guide(responses, new Audience("es", Wording.CURRENT, false));

        assertThat(guide(responses, new Audience("es-MX", Wording.CURRENT, false)))
                .isEqualTo(spanish)
                .isNotEqualTo(guide(responses, ANYBODY));
        assertThat(instrument.text("es-MX")).isSameAs(instrument.text("es"));
    }

    @Test
    void letsAnInstrumentComeWithoutGuidance() {
        var bare = TestInstruments.sim24();
        var responses = allScoring(bare, 4);

        var guidance = LIBRARY.guide(bare, responses, Scorer.score(bare, responses), ANYBODY);

        assertThat(guidance).isEqualTo(Guidance.NONE);
    }

    private SignGuidance sign(Responses responses, String scale) {
        return guide(responses, ANYBODY).signs().stream()
                .filter(sign -> sign.scale().id().equals(scale))
                .findFirst()
                .orElseThrow();
    }

    private Guidance guide(Responses responses, Audience audience) {
        return LIBRARY.guide(instrument, responses, Scorer.score(instrument, responses), audience);
    }

    private static List<String> topics(List<Tip> tips) {
        return tips.stream().flatMap(tip -> tip.topic().stream()).toList();
    }

    /** The check of all answer patterns counts with one set of values. */
    @Test
    void refusesGuidanceForQuestionsWithDifferentValues(@TempDir Path folder) throws IOException {
        FileSystemUtils.copyRecursively(Path.of("src/test/resources/other-instruments/mixed"), folder.resolve("mixed"));
        Files.writeString(
                folder.resolve("mixed/1/guidance.en.yaml"), "language: en\nabout-answers: [often]\nscales: {}\n");

        assertThatExceptionOfType(BrokenContentException.class)
                .isThrownBy(() -> GuidanceLibrary.of(TestInstruments.catalog(folder, "mixed")))
                .withMessageContaining("guidance.en.yaml, line 1: Guidance needs questions with the same values");
    }

    /** They have no words, and too many of them for the check of all answer patterns. */
    @Test
    void refusesGuidanceForQuestionsThatAreAnsweredWithNumbers(@TempDir Path folder) throws IOException {
        FileSystemUtils.copyRecursively(
                Path.of("src/test/resources/other-instruments/in-numbers"), folder.resolve("in-numbers"));
        Files.writeString(
                folder.resolve("in-numbers/1/guidance.en.yaml"), "language: en\nabout-answers: [n1]\nscales: {}\n");

        assertThatExceptionOfType(BrokenContentException.class)
                .isThrownBy(() -> GuidanceLibrary.of(TestInstruments.catalog(folder, "in-numbers")))
                .withMessageContaining(
                        "guidance.en.yaml, line 1: Guidance speaks about answers that are chosen from a list");
    }

    /** Nobody may read from the page whether it was a tick, the guidance or a single answer. */
    @Test
    void leadsWithTheInstrumentsOwnHelpWhateverPutsSupportFirst(@TempDir Path folder) throws IOException {
        InstrumentCatalog catalog = withHelpOfItsOwn(folder);
        GuidanceLibrary library = GuidanceLibrary.of(catalog);
        Instrument helped = catalog.latest("signs-again").orElseThrow();
        Responses rarely = allScoring(helped, 2);
        Responses alarming = with(helped, rarely, "T1", 5);
        Responses givingWay = allScoring(helped, 5);
        var ticked = new Audience("en", Wording.CURRENT, true);

        assertThat(leadOf(library, helped, rarely, ANYBODY)).isEmpty();
        for (Optional<Support.First> lead : List.of(
                leadOf(library, helped, alarming, ANYBODY),
                leadOf(library, helped, rarely, ticked),
                leadOf(library, helped, givingWay, ANYBODY))) {
            assertThat(lead).hasValue(new Support.First("Not alone", List.of("Somebody listens.")));
        }
        assertThat(guide(library, helped, alarming, ANYBODY).everyTip())
                .isNotEmpty()
                .noneMatch(Tip::openness)
                .noneMatch(Tip::doubtsAlarm);
        assertThat(guide(library, helped, rarely, ANYBODY).everyTip()).anyMatch(Tip::openness);
    }

    private static Optional<Support.First> leadOf(
            GuidanceLibrary library, Instrument helped, Responses responses, Audience audience) {
        return guide(library, helped, responses, audience).lead();
    }

    private static Guidance guide(GuidanceLibrary library, Instrument helped, Responses responses, Audience audience) {
        return library.guide(helped, responses, Scorer.score(helped, responses), audience);
    }

    /** Three Signs under another name, with help. */
    private static InstrumentCatalog withHelpOfItsOwn(Path folder) throws IOException {
        Path version = folder.resolve("signs-again/1");
        FileSystemUtils.copyRecursively(Path.of("src/main/resources/instruments/three-signs/1"), version);
        Path structure = version.resolve("instrument.yaml");
        Files.writeString(
                structure,
                Files.readString(structure).replace("id: three-signs", "id: signs-again")
                        + "\nsupport-first: {T1: [almost-always]}\n");
        for (String language : List.of("en", "es")) {
            Files.writeString(version.resolve("support." + language + ".yaml"), """
                    first: {title: Not alone, text: [Somebody listens.]}
                    entries: [{name: A line, text: Somebody listens.}]
                    """);
        }
        return TestInstruments.catalog(folder, "three-signs");
    }
}
