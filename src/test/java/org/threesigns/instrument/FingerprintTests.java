package org.threesigns.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.threesigns.instrument.InstrumentFiles.STRUCTURE;
import static org.threesigns.instrument.InstrumentFiles.WORDS;
import static org.threesigns.instrument.InstrumentFiles.tiny;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What makes a new version necessary, and what does not. */
class FingerprintTests {

    @TempDir
    private Path folder;

    /** Databases hold fingerprints: if this one moves, every host's start would be refused. */
    @Test
    void isTheSameInEveryReleaseOfTheApplication() {
        assertThat(fingerprint(tiny())).isEqualTo("96cd3ba8684f97ee4834af25a264363a90798900747c5ae021907fa9109574dc");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatDecidesAScore")
    void movesWith(String what, InstrumentFiles changed) {
        assertThat(fingerprint(changed)).as(what).isNotEqualTo(fingerprint(tiny()));
    }

    static Stream<Arguments> whatDecidesAScore() {
        return Stream.of(
                arguments("an item's words", tiny().with(WORDS, "Do you smile?", "Do you laugh?")),
                arguments("an item's words in the past", tiny().with(WORDS, "Did you smile?", "Did you laugh?")),
                arguments("an item's mark-up", tiny().with(WORDS, "A last question.", "A <b>last</b> question.")),
                arguments("an unscored item's words", tiny().with(WORDS, "A last question.", "The last question.")),
                arguments("an option's words", tiny().with(WORDS, "At times", "Now and then")),
                arguments(
                        "what an option counts",
                        tiny().with(STRUCTURE, "id: seldom, value: 1", "id: at-times, value: 1")
                                .with(STRUCTURE, "id: at-times, value: 2", "id: seldom, value: 2")),
                arguments("an item's keying", tiny().with(STRUCTURE, "id: b1", "id: b1, keying: reverse")),
                arguments(
                        "an item's keying on one of its scales",
                        tiny().with(STRUCTURE, "id: b1, scale: ease", "id: b1, scale: {id: ease, keying: reverse}")),
                arguments(
                        "an item's weight",
                        tiny().with(STRUCTURE, "id: b1, scale: ease", "id: b1, scale: {id: ease, weight: 2}")
                                .with(
                                        STRUCTURE,
                                        "    close-to-cut: 0.5\n    bands:\n      - {id: less",
                                        "    bands:\n      - {id: less")),
                arguments("an item's scale", tiny().with(STRUCTURE, "id: t1, scored: false", "id: t1, scale: ease")),
                arguments("the order of the items", tiny().with(STRUCTURE, "[a1, b1]", "[b1, a1]")),
                arguments(
                        "a transform",
                        tiny().with(
                                        STRUCTURE,
                                        "    close-to-cut: 0.5\n    bands:\n      - {id: less, from: 1, to: 2.5}",
                                        "    transform: [{add: 0}]\n    bands:\n      - {id: less, from: 1, to: 2.5}")),
                arguments(
                        "the list of options that an item has",
                        tiny().with(STRUCTURE, "id: t1, scored: false", "id: t1, options: less, scored: false")
                                .with(STRUCTURE, """
                                        options:
                                          - {id: seldom, value: 1}
                                          - {id: at-times, value: 2}
                                          - {id: mostly, value: 3}
                                        """, """
                                        options:
                                          often: [{id: seldom, value: 1}, {id: at-times, value: 2}, {id: mostly, value: 3}]
                                          less: [{id: seldom, value: 1}, {id: mostly, value: 3}]
                                        """)),
                arguments("a condition", tiny().with(STRUCTURE, "id: b2", "id: b2, when: {a1: [mostly]}")),
                arguments("a part's condition", tiny().with(STRUCTURE, "id: two", "id: two, when: {a1: [mostly]}")),
                arguments("the answers needed", tiny().with(STRUCTURE, "minimum-answered: 2", "minimum-answered: 1")),
                arguments(
                        "a cut",
                        tiny().with(STRUCTURE, "from: 1, to: 2.5", "from: 1, to: 2.25")
                                .with(STRUCTURE, "from: 2.5, to: 3", "from: 2.25, to: 3")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatMayBeMended")
    void staysWith(String what, InstrumentFiles changed) {
        assertThat(fingerprint(changed)).as(what).isEqualTo(fingerprint(tiny()));
    }

    static Stream<Arguments> whatMayBeMended() {
        return Stream.of(
                arguments("guidance", tiny().withFile("guidance.en.yaml", "language: en")),
                arguments("the name", tiny().with(WORDS, "name: Tiny", "name: Small")),
                arguments("a part's title", tiny().with(WORDS, "To begin", "First")),
                arguments("a scale's name", tiny().with(WORDS, "name: Calm", "name: Calmness")),
                arguments("a band's words", tiny().with(WORDS, "high: often", "high: mostly")),
                arguments("a claim's words", tiny().with(WORDS, "Rest helps.", "Rest does good.")),
                arguments(
                        "a strand", tiny().with(STRUCTURE, "{id: hurry, items: [a2]}", "{id: hurry, items: [a1, a2]}")),
                arguments("a strand's name", tiny().with(WORDS, "In a hurry", "Hurrying")),
                arguments("a norm", tiny().with(STRUCTURE, "n: 300, mean: 1.9", "n: 301, mean: 2")),
                arguments("a norm's words", tiny().with(WORDS, "adults: adults", "adults: women and men")),
                arguments(
                        "no norms",
                        tiny().with(STRUCTURE, tiny().between(STRUCTURE, "    norms:\n", "    facets:"), "")
                                .with(WORDS, "    norms: {adults: adults, elders: people above 80}\n", "")),
                arguments("the safety question", tiny().with(WORDS, "Is any of this true?", "Is one of these true?")),
                arguments(
                        "the source's address", tiny().with(STRUCTURE, "https://example.org/", "https://example.net/")),
                arguments(
                        "where one part ends and the next begins",
                        tiny().with(STRUCTURE, "[a1, b1]", "[a1]").with(STRUCTURE, "[a2, b2, t1]", "[b1, a2, b2, t1]")),
                arguments("the same number in other digits", tiny().with(STRUCTURE, "from: 2.5,", "from: 2.50,")),
                arguments("another wording first", tiny().with(STRUCTURE, "[current, past]", "[past, current]")),
                arguments(
                        "a scale that counts an item as it says of itself",
                        tiny().with(
                                        STRUCTURE,
                                        "id: b1, scale: ease",
                                        "id: b1, scale: [{id: ease, keying: forward, weight: 1.0}]")),
                arguments("notes", tiny().with(STRUCTURE, "id: tiny", "# A note\nid: tiny")));
    }

    @Test
    void differsFromLanguageToLanguage() {
        var files = tiny();
        var instrument = files.withFile(
                        "es.yaml",
                        files.text(WORDS)
                                .replace("language: en", "language: es")
                                .replace("A last", "La"))
                .readFrom(folder);

        assertThat(instrument.fingerprint("es")).isNotEqualTo(instrument.fingerprint("en"));
    }

    private String fingerprint(InstrumentFiles files) {
        return files.readFrom(folder).fingerprint("en");
    }
}
