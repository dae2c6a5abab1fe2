package org.threesigns.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.threesigns.instrument.InstrumentFiles.STRUCTURE;
import static org.threesigns.instrument.InstrumentFiles.WORDS;
import static org.threesigns.instrument.InstrumentFiles.tiny;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are whole numbers. */
class NumbersTests {

    private static final String OPTIONS = """
            options:
              - {id: seldom, value: 1}
              - {id: at-times, value: 2}
              - {id: mostly, value: 3}
            """;
    private static final String WITH_NUMBERS = """
            options:
              often: [{id: seldom, value: 1}, {id: at-times, value: 2}, {id: mostly, value: 3}]
              hours: %s
            """;
    private static final String ENDS = "anchors: {hours: {0: none, 24: all day}}\nparts:";

    @TempDir
    private Path folder;

    /** The last item answers with numbers. */
    private static InstrumentFiles withNumbers(String numbers) {
        return tiny().with(STRUCTURE, OPTIONS, WITH_NUMBERS.formatted(numbers))
                .with(STRUCTURE, "id: t1,", "id: t1, options: hours,");
    }

    private ResponseScale scale(InstrumentFiles files) {
        return files.readFrom(folder).item("t1").orElseThrow().responseScale();
    }

    @ParameterizedTest
    @CsvSource({
        "'{from: 0, to: 24}', NUMBER, 25, 0, 24",
        "'{from: -10, to: 10, step: 5}', NUMBER, 5, -10, 10",
        "'{from: 0, to: 1000, as: number}', NUMBER, 1001, 0, 1000",
        "'{from: -1000, to: 1000, step: 2, as: number}', NUMBER, 1001, -1000, 1000"
    })
    void areEachAKeyThatCountsWhatItIs(String numbers, InputType input, int count, int lowest, int highest) {
        ResponseScale scale = scale(withNumbers(numbers));

        assertThat(scale.input()).isEqualTo(input);
        assertThat(scale.options()).hasSize(count);
        assertThat(scale.lowest()).isEqualTo(lowest);
        assertThat(scale.highest()).isEqualTo(highest);
        assertThat(scale.options())
                .allSatisfy(option -> assertThat(option.id()).isEqualTo(Integer.toString(option.value())));
    }

    @Test
    void canBeTheOnlyAnswersThereAre() {
        var files = tiny().withFile(STRUCTURE, """
                id: tiny
                version: 1
                default-language: en
                licence: CC0
                options: {from: 0, to: 24, as: slider}
                items: [{id: q1}, {id: q2, when: {q1: {from: 9}}}]
                """).withFile(WORDS, """
                language: en
                name: Hours
                summary: Two questions about hours.
                instructions: Think of yesterday.
                anchors: {0: none, 24: all day}
                items: {q1: "How long did you work?", q2: "Was that long?"}
                """);
        Instrument instrument = files.readFrom(folder);
        InstrumentText text = instrument.text("en");
        Item item = instrument.items().get(0);

        assertThat(instrument.responseScales()).singleElement().satisfies(scale -> {
            assertThat(scale.name()).isEmpty();
            assertThat(scale.input()).isEqualTo(InputType.SLIDER);
            assertThat(text.ends(scale)).isEqualTo("0: none, 24: all day");
        });
        assertThat(text.answer(item, ResponseOption.number(7))).isEqualTo("7 (0: none, 24: all day)");
        assertThat(text.answer(item, ResponseOption.number(24))).isEqualTo("24 (all day)");
        assertThat(instrument.items().get(1).condition()).hasToString("q1 9..24");
    }

    /** Lists can be called what a range has. */
    @Test
    void areNotMeantWhereAListHasTheName() {
        var files = tiny().with(
                        STRUCTURE,
                        OPTIONS,
                        "options:\n  from: [{id: seldom, value: 1}, {id: at-times, value: 2}, {id: mostly, value: 3}]\n");

        assertThat(files.readFrom(folder).responseScales())
                .extracting(ResponseScale::id)
                .containsExactly("from");
    }

    @Test
    void standForThemselvesWithAMinusSign() {
        var files = withNumbers("{from: -5, to: 5}").with(WORDS, "parts:", "anchors: {hours: {-5: far less}}\nparts:");
        InstrumentText text = files.readFrom(folder).text("en");
        ResponseScale scale = scale(files);

        assertThat(text.option(ResponseOption.number(-5))).isEqualTo("−5");
        assertThat(text.option(ResponseOption.number(5))).isEqualTo("5");
        assertThat(text.anchor(scale, ResponseOption.number(-5))).hasValue("far less");
        assertThat(text.anchor(scale, ResponseOption.number(5))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "parts:|'anchors' is missing.|Add 'anchors: …' here.",
                "anchors: {hours: {0: none}}|'24' is missing.|Add '24: …' here.",
                "anchors: {hours: {0: none, 24: all day, 25: more}}|'25' is no answer there.|Write one of the numbers from 0 to 24.",
                "anchors: {hours: {0: none, 24: ''}}|Here a text is expected.|Write the text, in double quotes if it has a colon.",
                "anchors: {often: {0: none, 24: all day}}|'often' is not known here.|Remove it, or correct it to one of: hours.",
                "anchors: {hours: {0: a, 1: a, 2: a, 3: a, 4: a, 5: a, 6: a, 7: a, 8: a, 9: a, 10: a, 24: b}}"
                        + "|There are words for 12 numbers.|Give them for at most 11."
            })
    void needWordsForTheEndsOfASlider(String anchors, String problem, String remedy) {
        var files = withNumbers("{from: 0, to: 24, as: slider}");
        String before = anchors.equals("parts:") ? "parts:" : anchors + "\nparts:";

        var refusal = catchThrowableOfType(
                BrokenContentException.class,
                () -> files.with(WORDS, "parts:", before).readFrom(folder));

        assertThat(refusal.all()).anySatisfy(each -> {
            assertThat(each.problem()).isEqualTo(problem);
            assertThat(each.remedy()).isEqualTo(remedy);
        });
        assertThat(files.with(WORDS, "parts:", ENDS).readFrom(folder)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "{from: 20} = t1 20..24",
                "{to: 1} = t1 0..1",
                "{from: 7, to: 7} = t1 7",
                "[3, 4, 5, 9] = t1 3..5|9",
                "[0, 24] = t1 0|24"
            })
    void canBeNamedInConditionsOneByOneOrFromOneToAnother(String answers, String condition) {
        assertThat(asking(answers).readFrom(folder).item("b2").orElseThrow().condition())
                .hasToString(condition);
    }

    /** A condition on the item with numbers, which then comes first. */
    private static InstrumentFiles asking(String answers) {
        return withNumbers("{from: 0, to: 24}")
                .with(STRUCTURE, "[a1, b1]", "[t1, a1, b1]")
                .with(STRUCTURE, "[a2, b2, t1]", "[a2, b2]")
                .with(STRUCTURE, "id: b2", "id: b2, when: {t1: %s}".formatted(answers));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[25]", "[-1]", "[07]", "[1.0]", "[seldom]", "[]", "{from: 8, to: 7}", "{from: 25}", "{at: 7}"})
    void areRefusedInConditionsWhereTheyAreNoAnswer(String answers) {
        var refusal = catchThrowableOfType(
                BrokenContentException.class, () -> asking(answers).readFrom(folder));

        assertThat(refusal.all())
                .singleElement()
                .satisfies(
                        each -> assertThat(each.remedy())
                                .matches(
                                        "List numbers from 0 to 24, or write '\\{from: …, to: …}'\\.|Choose one in that range\\.|Remove it.*"));
    }

    @Test
    void decideWhatAVersionIs() {
        var files = withNumbers("{from: 0, to: 24, as: slider}").with(WORDS, "parts:", ENDS);
        String fingerprint = fingerprint(files);

        assertThat(List.of(
                        withNumbers("{from: 0, to: 24}").with(WORDS, "parts:", ENDS),
                        withNumbers("{from: 0, to: 24, step: 2, as: slider}").with(WORDS, "parts:", ENDS),
                        withNumbers("{from: -1, to: 24, as: slider}")
                                .with(WORDS, "parts:", "anchors: {hours: {-1: none, 24: all day}}\nparts:"),
                        files.with(WORDS, "24: all day", "24: the whole day"),
                        files.with(WORDS, "24: all day", "24: all day, 12: half")))
                .extracting(this::fingerprint)
                .doesNotHaveDuplicates()
                .doesNotContain(fingerprint);
    }

    private String fingerprint(InstrumentFiles files) {
        return files.readFrom(folder).fingerprint("en");
    }

    /** Each sum of points is counted, for every number of answers. */
    @Test
    void areRefusedWhereAScaleWouldHaveTooManyScoresToCount() {
        assertThat(hundredItems("{from: 0, to: 40}").readFrom(folder).items()).hasSize(100);

        var refusal = catchThrowableOfType(
                BrokenContentException.class,
                () -> hundredItems("{from: 0, to: 41}").readFrom(folder));

        assertThat(refusal.problem()).isEqualTo("The answers make too many different scores.");
        assertThat(refusal.remedy()).isEqualTo("Put fewer questions on the scale, or give numbers larger steps.");
    }

    private static InstrumentFiles hundredItems(String numbers) {
        var items = new StringBuilder();
        var words = new StringBuilder();
        for (int item = 1; item <= 100; item++) {
            items.append("  - {id: q%s, scale: all-of-it}\n".formatted(item));
            words.append("  q%s: How often?\n".formatted(item));
        }
        return tiny().withFile(STRUCTURE, """
                id: tiny
                version: 1
                default-language: en
                licence: CC0
                options: %s
                scales: [{id: all-of-it, score: sum}]
                items:
                %s""".formatted(numbers, items)).withFile(WORDS, """
                language: en
                name: Many
                summary: A hundred numbers.
                instructions: Count.
                scales: {all-of-it: {name: All}}
                items:
                %s""".formatted(words));
    }
}
