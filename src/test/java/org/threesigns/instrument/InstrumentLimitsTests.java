package org.threesigns.instrument;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threesigns.instrument.InstrumentFiles.STRUCTURE;
import static org.threesigns.instrument.InstrumentFiles.WORDS;
import static org.threesigns.instrument.InstrumentFiles.tiny;

import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ByteArrayResource;
import org.threesigns.instrument.PageWords.Place;

/** The least and the most that an instrument may be. */
class InstrumentLimitsTests {

    @TempDir
    private Path folder;

    @Test
    void takesFortyScales() {
        var structure = each(3, 40, "%n  - {id: s%1$d, bands: [{id: all, from: 1, to: 3}]}");
        var instrument = tiny().with(STRUCTURE, "\nlead:", structure + "\nlead:")
                .with(STRUCTURE, "\nparts:", each(3, 40, "%n  - {id: c%1$d, scale: s%1$d, claim: first}") + "\nparts:")
                .with(STRUCTURE, "[a2, b2, t1]", "[a2, b2, t1" + each(3, 40, ", c%d") + "]")
                .with(WORDS, "\nscales:", each(3, 40, "%n  c%1$d: Item %1$d") + "\nscales:")
                .with(
                        WORDS,
                        "\nfacets:",
                        each(3, 40, "%n  s%1$d: {name: S, meaning: M., bands: {all: all}}") + "\nfacets:")
                .readFrom(folder);

        assertThat(instrument.scales())
                .hasSize(40)
                .allSatisfy(scale -> assertThat(scale.items()).isNotEmpty());
    }

    @Test
    void takesFourHundredItems() {
        var instrument = tiny().with(
                        STRUCTURE,
                        "\nparts:",
                        each(6, 400, "%n  - {id: i%1$d, scale: ease, claim: first}") + "\nparts:")
                .with(STRUCTURE, "[a2, b2, t1]", "[a2, b2, t1" + each(6, 400, ", i%d") + "]")
                .with(WORDS, "\nscales:", each(6, 400, "%n  i%1$d: Item %1$d") + "\nscales:")
                .readFrom(folder);

        assertThat(instrument.items()).hasSize(400);
        assertThat(instrument.numberOf(instrument.items().get(399))).contains(400);
    }

    @Test
    void takesElevenOptions() {
        var instrument = tiny().with(
                        STRUCTURE, "\nscales:", each(4, 11, "%n  - {id: o%1$d, value: %1$d}") + "\nscales:")
                .with(STRUCTURE, "{id: high, from: 2, to: 3}", "{id: high, from: 2, to: 11}")
                .with(STRUCTURE, "{id: more, from: 2.5, to: 3}", "{id: more, from: 2.5, to: 11}")
                .with(WORDS, "mostly: Mostly", "mostly: Mostly" + each(4, 11, ", o%1$d: Option %1$d"))
                .readFrom(folder);

        assertThat(instrument.responseScales().get(0).options()).hasSize(11);
        assertThat(instrument.responseScales().get(0).highest()).isEqualTo(11);
    }

    @Test
    void takesNoAndYes() {
        var instrument = tiny().with(STRUCTURE, "{id: seldom, value: 1}", "{id: no, value: 0}")
                .with(STRUCTURE, "{id: at-times, value: 2}", "{id: yes, value: 1}")
                .with(STRUCTURE, "  - {id: mostly, value: 3}\n", "")
                .with(STRUCTURE, "{id: low, from: 1, to: 2}", "{id: low, from: 0, to: 0.5}")
                .with(STRUCTURE, "{id: high, from: 2, to: 3}", "{id: high, from: 0.5, to: 1}")
                .with(STRUCTURE, "{id: less, from: 1, to: 2.5}", "{id: less, from: 0, to: 0.5}")
                .with(STRUCTURE, "{id: more, from: 2.5, to: 3}", "{id: more, from: 0.5, to: 1}")
                .with(STRUCTURE, "mean: 1.9", "mean: 0.9")
                .with(STRUCTURE, ", {score: 2, lower: 55}", "")
                .with(STRUCTURE, "reaches: 2", "reaches: 0.5")
                .with(WORDS, "{seldom: Seldom, at-times: At times, mostly: Mostly}", "{no: No, yes: Yes}")
                .readFrom(folder);

        assertThat(instrument.text("en").options()).containsEntry("no", "No").containsEntry("yes", "Yes");
        assertThat(instrument.item("a2").orElseThrow().score(0)).isEqualTo(1);
    }

    @Test
    void takesValuesBelowZero() {
        var instrument = tiny().with(STRUCTURE, "{id: seldom, value: 1}", "{id: seldom, value: -7}")
                .with(STRUCTURE, "{id: low, from: 1, to: 2}", "{id: low, from: -7, to: 2}")
                .with(STRUCTURE, "{id: less, from: 1, to: 2.5}", "{id: less, from: -7, to: 2.5}")
                .readFrom(folder);

        Item reverse = instrument.item("a2").orElseThrow();
        assertThat(reverse.score(0)).isEqualTo(3);
        assertThat(reverse.score(1)).isEqualTo(-6);
        assertThat(reverse.score(2)).isEqualTo(-7);
    }

    @Test
    void takesOneWordingOnly() {
        var words = tiny().text(WORDS).replaceAll("\\{current: (\"?[^\"?.]+[?.]\"?), past: [^}]+}", "$1");
        var instrument = tiny().with(STRUCTURE, "[current, past]", "[current]")
                .withFile(WORDS, words)
                .readFrom(folder);

        assertThat(instrument.wordings()).containsExactly(Wording.CURRENT);
        assertThat(instrument.text("en").instructions(Wording.CURRENT).plain()).isEqualTo("Think of now.");
    }

    @Test
    void takesOneTextForBothWordings() {
        var instrument = tiny().readFrom(folder);
        Item unscored = instrument.unscoredItems().get(0);

        assertThat(instrument.text("en").item(unscored, Wording.PAST))
                .isEqualTo(instrument.text("en").item(unscored, Wording.CURRENT))
                .isEqualTo("A last question.");
        assertThat(instrument.scalesOf(unscored)).isEmpty();
    }

    @Test
    void saysOnThePagesWhatItLikesAndNothingElse() {
        var pages = tiny().readFrom(folder).text("en").pages();

        assertThat(pages.minutes()).hasValue(3);
        assertThat(pages.find(Place.START_HEADING, Wording.PAST)).contains("A tiny look");
        assertThat(pages.find(Place.START_BEGIN, Wording.CURRENT)).contains("Begin.");
        assertThat(pages.find(Place.START_BEGIN, Wording.PAST)).contains("Begin with then.");
        assertThat(pages.find(Place.RESULT_LIMIT, Wording.CURRENT)).isEmpty();
    }

    @Test
    void needsNoFacetNoStrandNoSafetyQuestionNoAddressAndNoNextStep() {
        var instrument = tiny().with(
                        STRUCTURE,
                        "    facets: [rest]\n    strands: [{id: hurry, items: [a2]}, {id: all, items: [a1, a2]}]\n",
                        "")
                .with(STRUCTURE, "facet: rest, ", "")
                .with(STRUCTURE, "safety: [worried, watched]\n", "")
                .with(STRUCTURE, "  url: \"https://example.org/\"\n", "")
                .with(WORDS, "    strands: {hurry: In a hurry}\n", "")
                .with(WORDS, "facets: {rest: having a rest}\n", "")
                .with(WORDS, """
                        safety:
                          question: Is any of this true?
                          hint: You don't have to say.
                          statements: {worried: I worry., watched: I am watched.}
                          rather-not: I'd rather not say
                        """, "")
                .with(WORDS, "next-step: {text: There is more., name: More, url: \"https://example.org/more\"}\n", "")
                .readFrom(folder);

        assertThat(instrument.safety()).isEmpty();
        assertThat(instrument.source().orElseThrow().url()).isEmpty();
        assertThat(instrument.text("en").safety()).isEmpty();
        assertThat(instrument.text("en").nextStep()).isEmpty();
        assertThat(instrument.scales())
                .allSatisfy(scale -> assertThat(scale.facets()).isEmpty())
                .allSatisfy(scale -> assertThat(scale.strands()).isEmpty());
    }

    @Test
    void refusesASumOfTooManyPointsWhereTheScaleIs() {
        var instrument = tiny().with(STRUCTURE, "  - {id: mostly, value: 3}", "  - {id: mostly, value: 1000}")
                .with(STRUCTURE, "{id: seldom, value: 1}", "{id: seldom, value: 998}")
                .with(STRUCTURE, "{id: at-times, value: 2}", "{id: at-times, value: 999}")
                .with(STRUCTURE, "  - id: ease\n", "  - id: ease\n    score: sum\n")
                .with(STRUCTURE, "\nparts:", each(1, 100, "%n  - {id: i%1$d, scale: ease, claim: first}") + "\nparts:")
                .with(STRUCTURE, "[a2, b2, t1]", "[a2, b2, t1" + each(1, 100, ", i%d") + "]");

        assertThatThrownBy(() -> instrument.readFrom(folder))
                .isInstanceOfSatisfying(
                        BrokenContentException.class,
                        broken -> assertThat(broken.all())
                                .map(BrokenContentException::problem)
                                .contains("The scores would go from 101796 to 102000.")
                                .doesNotContain("'transform' is missing."));
    }

    @Test
    void takesAdviceThatManyTextsShare() {
        String texts = "advice: &rest {text: Rest.}\ntexts:" + each(1, 400, "%n  - {advice: *rest}");

        var file = ContentNode.read(new ByteArrayResource(texts.getBytes(UTF_8), "guidance.en.yaml"));
        assertThat(file.get("texts").list()).hasSize(400);
    }

    private static String each(int from, int to, String text) {
        IntFunction<String> one = number -> text.formatted(number);
        return IntStream.rangeClosed(from, to).mapToObj(one).collect(joining());
    }
}
