package org.threesigns.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions whose answers are boxes to tick: each part of them is one question, and each box an item with two options. */
class CheckboxTests {

    private static final Path BOXES = Path.of("src/test/resources/other-instruments/boxes/1");
    private static final String LIST = "{as: checkbox, list: [{id: \"no\", value: 0}, {id: \"yes\", value: 1}]}";

    @TempDir
    private Path folder;

    @Test
    void areItemsWithTheWordsOfTheirQuestionBeforeTheirOwn() throws IOException {
        Instrument instrument = InstrumentCatalog.readOne(BOXES);
        InstrumentText text = instrument.text("en");

        assertThat(instrument.parts()).extracting(Part::isCheckbox).containsExactly(false, true, false, true);
        assertThat(instrument.items())
                .extracting(item -> text.item(item, Wording.CURRENT))
                .contains(
                        "How often were you tense?",
                        "Which of these did you notice? A headache",
                        "Which of these did you notice? Poor sleep",
                        "These helped me: A walk");
        assertThat(text.box(item(instrument, "s_sleep"), Wording.CURRENT).markUp())
                .isEqualTo("Poor <i>sleep</i>");
        assertThat(text.question(instrument.parts().get(1), Wording.CURRENT).plain())
                .isEqualTo("Which of these did you notice?");
        assertThat(item(instrument, "s_head").responseScale().ticked().value()).isEqualTo(1);
    }

    @Test
    void shareTheNumberOfTheirQuestion() throws IOException {
        Instrument instrument = InstrumentCatalog.readOne(BOXES);

        assertThat(instrument.items().stream().map(instrument::numberOf).map(number -> number.orElse(0)))
                .containsExactly(1, 2, 2, 2, 2, 3, 4, 5, 5, 5, 5);
        assertThat(instrument.questions()).isEqualTo(5);
        assertThat(instrument.firstOfEachQuestion(instrument.items()))
                .extracting(Item::id)
                .containsExactly("tense", "s_head", "head-often", "head-feared", "h_walk");

        Instrument random = changed("instrument.yaml", "{id: signs, ", "{id: signs, order: random, ");
        assertThat(random.numberOf(item(random, "s_back"))).hasValue(2);
        assertThat(random.numberOf(item(random, "h_walk"))).hasValue(5);
    }

    /** What is asked together and how is part of a version, as the words are. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            instrument.yaml | id: "no", value: 0 | id: "no", value: -1
            en.yaml | did you <b>notice</b> | did you notice
            en.yaml | A headache | Headaches
            """)
    void needANewVersionWithOtherWordsOrValues(String file, String replace, String by) throws IOException {
        assertThat(changed(file, replace, by).fingerprint("en"))
                .isNotEqualTo(InstrumentCatalog.readOne(BOXES).fingerprint("en"));
    }

    @Test
    void needANewVersionToBecomeQuestionsOfTheirOwn() throws IOException {
        Path version = copy();
        change(version, "instrument.yaml", LIST, "[{id: \"no\", value: 0}, {id: \"yes\", value: 1}]");
        String words = Files.readString(version.resolve("en.yaml"));
        String question = "Which of these did you <b>notice</b>?";
        Files.writeString(
                version.resolve("en.yaml"),
                words.replace(", question: \"" + question + "\"", "")
                        .replace(", question: These helped me", "")
                        .replaceAll("  s_(\\w+): (.*)", "  s_$1: \"" + question + " $2\"")
                        .replaceAll("  h_(\\w+): (.*)", "  h_$1: \"These helped me: $2\""));
        Instrument choices = InstrumentCatalog.readOne(version);

        Instrument boxes = InstrumentCatalog.readOne(BOXES);
        for (int item = 0; item < boxes.items().size(); item++) {
            assertThat(words(choices, item)).isEqualTo(words(boxes, item));
        }
        assertThat(choices.fingerprint("en")).isNotEqualTo(boxes.fingerprint("en"));
    }

    private static String words(Instrument instrument, int item) {
        return instrument
                .text("en")
                .markedItem(instrument.items().get(item), Wording.CURRENT)
                .source();
    }

    @Test
    void canBeTheOnlyQuestions() throws IOException {
        Path version = Files.createDirectories(folder.resolve("ticks/1"));
        Files.writeString(version.resolve("instrument.yaml"), """
                id: ticks
                version: 1
                default-language: en
                licence: CC0
                options: {as: checkbox, list: [{id: left, value: 0}, {id: taken, value: 1}]}
                items: [{id: a}, {id: b}]
                parts: [{id: all, items: [a, b]}]
                """);
        Files.writeString(version.resolve("en.yaml"), """
                language: en
                name: Ticks
                summary: Ticks
                instructions: Tick.
                options: {left: left, taken: taken}
                parts: {all: {title: All, question: What?}}
                items: {a: One, b: Two}
                """.replace("What?", "\"What?\""));

        assertThat(InstrumentCatalog.readOne(version).parts().get(0).isCheckbox())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            instrument.yaml | {id: "yes", value: 1}]} | {id: "yes", value: 1}, {id: never, value: 2}]} | box: | A box has 3 options. | Give two: what a box counts that is left open, then what a ticked one counts.
            instrument.yaml | as: checkbox | as: tick | box: | 'tick' is not known here. | Write one of: choice, checkbox.
            instrument.yaml | {as: checkbox, | {ask: checkbox, | box: | 'ask' is not known here. | Remove it, or correct it to one of: as, list.
            instrument.yaml | items: [tense] | items: [tense, h_walk] | {id: day | Boxes to tick stand beside other questions. | Put the boxes of each question into a part of their own.
            instrument.yaml | {id: s_back, options: box | {id: s_back, options: other | {id: signs | The boxes of one question have different options. | Give all of them the same list.
            instrument.yaml | [h_walk, h_talk, h_pills, h_night] | [h_walk] | {id: help | One box alone cannot be told from a question passed by. | Add a second one, or make it a question with two answers.
            instrument.yaml | {id: h_talk, options: box, scored: false | {id: h_talk, options: box, scored: false, when: {h_walk: ["yes"]} | {id: help | A box depends on another one of the same question, which is answered as a whole. | Move what depends on it to a later part.
            en.yaml | , question: These helped me | ^^ | help: | 'question' is missing. | Add 'question: …' here.
            en.yaml | day: {title: Your day | day: {title: Your day, question: How was it | day: | 'question' is not known here. | Remove it, or correct it to one of: text, title.
            en.yaml | question: These helped me | question: These <h3>helped</h3> me | help: | '<h3>' is no mark-up that this text can have. | Use <b>, <i>, <u> and <br>, and above questions <h3>: without attributes, around words, closed in order.
            """)
    void areRefusedAtTheirLineWithTheMend(
            String file, String replace, String by, String at, String problem, String remedy) throws IOException {
        Path version = copy();
        if (by.contains("other")) {
            change(version, "instrument.yaml", "  box: " + LIST, "  box: " + LIST + "\n  other: " + LIST);
        }
        change(version, file, replace.strip(), by.strip());
        int line = 1 + lineWith(version.resolve(file), at.strip());

        var refusal = catchThrowableOfType(BrokenContentException.class, () -> InstrumentCatalog.readOne(version));

        assertThat(refusal.all())
                .filteredOn(each -> each.problem().equals(problem))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each).hasMessageContaining("%s, line %s: ", file, line);
                    assertThat(each.remedy()).isEqualTo(remedy);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            as: checkbox | as: checkbox | true
            as: checkbox | as: choice | true
            as: checkbox | as: tick | false
            {as: checkbox, | {ask: checkbox, | false
            {id: "yes", value: 1}]} | {id: "yes", value: 1}, {id: never, value: 2}]} | false
            """)
    void areInTheSchema(String replace, String by, boolean allowed) throws IOException {
        String structure = Files.readString(BOXES.resolve("instrument.yaml"));

        assertThat(ContentSchema.of(Path.of("instrument.yaml"))
                        .validate(structure.replace(replace, by))
                        .isEmpty())
                .isEqualTo(allowed);
        assertThat(ContentSchema.of(Path.of("en.yaml")).validate(Files.readString(BOXES.resolve("en.yaml"))))
                .isEmpty();
    }

    @Test
    void needAPartThatAsksTheirQuestion() throws IOException {
        Path version = copy();
        String structure = Files.readString(version.resolve("instrument.yaml"));
        Files.writeString(version.resolve("instrument.yaml"), structure.substring(0, structure.indexOf("parts:")));

        var refusal = catchThrowableOfType(BrokenContentException.class, () -> InstrumentCatalog.readOne(version));

        assertThat(refusal.all())
                .extracting(BrokenContentException::problem)
                .contains("Boxes to tick are the answers to one question, and here is no part that asks it.");
    }

    private static int lineWith(Path file, String text) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.indexOf(
                lines.stream().filter(line -> line.contains(text)).findFirst().orElseThrow());
    }

    private static Item item(Instrument instrument, String id) {
        return instrument.item(id).orElseThrow();
    }

    private Instrument changed(String file, String replace, String by) throws IOException {
        Path version = copy();
        change(version, file, replace, by);
        return InstrumentCatalog.readOne(version);
    }

    private Path copy() throws IOException {
        Path version = Files.createDirectories(folder.resolve("boxes/1"));
        for (String name : List.of("instrument.yaml", "en.yaml")) {
            Files.writeString(version.resolve(name), Files.readString(BOXES.resolve(name)));
        }
        return version;
    }

    private static void change(Path version, String file, String replace, String by) throws IOException {
        String text = Files.readString(version.resolve(file));
        assertThat(text).contains(replace);
        Files.writeString(version.resolve(file), text.replace(replace, by));
    }
}
