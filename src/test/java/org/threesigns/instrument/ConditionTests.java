package org.threesigns.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.threesigns.instrument.InstrumentFiles.STRUCTURE;
import static org.threesigns.instrument.InstrumentFiles.WORDS;
import static org.threesigns.instrument.InstrumentFiles.tiny;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** After which answers parts and items are asked. */
class ConditionTests {

    private static final String WHOLE_PART = "id: two, when: {a1: [mostly, at-times]}";

    @TempDir
    private Path folder;

    @Test
    void thatOfAPartIsThatOfEachOfItsItemsTogetherWithTheirOwn() {
        var instrument = tiny().with(STRUCTURE, "id: two", WHOLE_PART)
                .with(STRUCTURE, "id: b2", "id: b2, when: {b1: [seldom], a1: [seldom, mostly]}")
                .readFrom(folder);

        assertThat(condition(instrument, "a1")).isEmpty();
        assertThat(condition(instrument, "a2")).isEqualTo("a1 at-times|mostly");
        assertThat(condition(instrument, "b2")).isEqualTo("a1 mostly, b1 seldom");
        assertThat(instrument.parts())
                .extracting(part -> part.condition().toString())
                .containsExactly("", "a1 at-times|mostly");
        assertThat(instrument.isConditional()).isTrue();
    }

    /** Whatever the order in the file, and whether it is said of the part or of all of its items. */
    @Test
    void theSameConditionIsTheSameFingerprint() {
        String ofThePart = fingerprint(tiny().with(STRUCTURE, "id: two", WHOLE_PART));
        String ofTheItems = fingerprint(tiny().with(STRUCTURE, "id: a2", "id: a2, when: {a1: [at-times, mostly]}")
                .with(STRUCTURE, "id: b2", "id: b2, when: {a1: [mostly, at-times]}")
                .with(STRUCTURE, "id: t1", "id: t1, when: {a1: [at-times, mostly]}"));

        assertThat(ofTheItems).isEqualTo(ofThePart);
        assertThat(fingerprint(tiny().with(STRUCTURE, "id: two", "id: two, when: {a1: [mostly]}")))
                .isNotEqualTo(ofThePart);
    }

    /** A part in random order depends on the parts before it, and others on it. */
    @Test
    void aPartInRandomOrderDependsOnEarlierPartsAlone() {
        var files = tiny().with(STRUCTURE, "id: one", "id: one, order: random")
                .with(STRUCTURE, "id: two", "id: two, order: random, when: {b1: [mostly]}");

        assertThat(condition(files.readFrom(folder), "t1")).isEqualTo("b1 mostly");
    }

    /** An exported answer is a value, and the next reader of it takes the first option that has it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[mostly]", "[always]"})
    void answersThatCountTheSameStandTogether(String answers) {
        var files = tiny().with(
                        STRUCTURE,
                        "  - {id: mostly, value: 3}",
                        "  - {id: mostly, value: 3}\n  - {id: always, value: 3}")
                .with(WORDS, "mostly: Mostly}", "mostly: Mostly, always: Always}");

        var refusal = catchThrowableOfType(
                BrokenContentException.class,
                () -> files.with(STRUCTURE, "id: b2", "id: b2, when: {a1: %s}".formatted(answers))
                        .readFrom(folder));

        assertThat(refusal).hasMessageEndingWith("counts the same as one of these, and is not among them.");
        assertThat(refusal.remedy()).isEqualTo("List both or neither, as exported answers do not tell them apart.");
        assertThat(condition(
                        files.with(STRUCTURE, "id: b2", "id: b2, when: {a1: [mostly, always]}")
                                .readFrom(folder),
                        "b2"))
                .isEqualTo("a1 mostly|always");
    }

    /** What is wrong with an item is no problem of those that depend on it. */
    @Test
    void aConditionOnABrokenItemIsNoProblemOfItsOwn() {
        var refusal = catchThrowableOfType(
                BrokenContentException.class,
                () -> tiny().with(STRUCTURE, "facet: rest, claim: first", "facet: rest, claim: third")
                        .with(STRUCTURE, "id: two", WHOLE_PART)
                        .readFrom(folder));

        assertThat(refusal.all())
                .extracting(BrokenContentException::problem)
                .containsExactly("There is no claim 'third'.");
    }

    private String fingerprint(InstrumentFiles files) {
        return files.readFrom(folder).fingerprint("en");
    }

    private static String condition(Instrument instrument, String item) {
        return instrument.item(item).orElseThrow().condition().toString();
    }
}
