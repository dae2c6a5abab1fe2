package org.threesigns.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Editors say what start-up would say, as far as one file can tell. */
class ContentSchemaTests {

    private static final Path SHIPPED = Path.of("src/main/resources/instruments");
    private static final Pattern NAMED =
            Pattern.compile("^# yaml-language-server: \\$schema=(\\S+)$", Pattern.MULTILINE);

    @ParameterizedTest
    @MethodSource({"shipped", "tried"})
    void allowsEveryFileThatStartUpTakes(Path file) throws IOException {
        assertThat(ContentSchema.of(file).validate(Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void isNamedInEveryShippedFile(Path file) throws IOException {
        var named = NAMED.matcher(Files.readString(file));

        assertThat(named.find())
                .as("'# yaml-language-server: $schema=…' in %s", file)
                .isTrue();
        assertThat(file.resolveSibling(named.group(1)).normalize())
                .isEqualTo(ContentSchema.of(file).path())
                .exists();
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void refusesWhatOneFileCanTellAndNothingElse(Flaw flaw) {
        List<String> errors =
                ContentSchema.of(Path.of(flaw.file())).validate(flaw.files().text(flaw.file()));

        assertThat(errors.isEmpty()).as("%s: %s", flaw.what(), errors).isEqualTo(!flaw.inSchema());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{explanation: Words., tipp: Words.}",
                "{explanation: Words., assumes: {hurry: higher}}",
                "{explanation: Words., assumes: {score: {low: high}}}",
                "{advice: {text: Words., claim: first, openness: false, doubts-alarm: false}}",
                "{explanation: Words., notice: Words.}",
                "{explanation: Words., practice: {text: Words., openness: false, doubts-alarm: false}}",
                "{explanation: Words., practice: {text: Words., claim: first, openness: maybe, doubts-alarm: false}}",
                "{explanation: Words., practice: {text: Words., claim: first, openness: true, doubts-alarm: false}}",
                "{explanation: Words., practice: {text: Words., claim: first, openness: false, doubts-alarm: true}}",
                "{explanation: Words., practice: {text: Words., claim: first, openness: false}}",
                "{explanation: Words., advice: {text: Words., claim: first, openness: false}}",
                "{explanation: Words., practice: {text: Words., claim: first, doubts-alarm: false}}",
                "{explanation: Words., practice: Words.}",
                "{explanation: ''}"
            })
    void refusesATextOfAScaleThatIsNotWhole(String text) {
        var guidance = "language: en\nabout-answers: [often]\nscales: {calm: [%s]}";

        assertThat(ContentSchema.GUIDANCE.validate(guidance.formatted("{explanation: Words.}")))
                .isEmpty();
        assertThat(ContentSchema.GUIDANCE.validate(guidance.formatted(text))).isNotEmpty();
    }

    @Test
    void refusesSupportWithoutWords() {
        var guidance = "language: en\nabout-answers: [often]\nscales: {}\nsupport-first: {title: Support, text: [%s]}";

        assertThat(ContentSchema.GUIDANCE.validate(guidance.formatted("Words.")))
                .isEmpty();
        assertThat(ContentSchema.GUIDANCE.validate(guidance.formatted(""))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{explanation: Words., advice: {text: Words., claim: first, openness: true, doubts-alarm: true}}",
                "{explanation: Words., practice: {text: Words., claim: first, openness: false, doubts-alarm: false}}"
            })
    void allowsInAdviceWhatMayNotStandInThePlan(String text) {
        assertThat(ContentSchema.GUIDANCE.validate(
                        "language: en\nabout-answers: [often]\nscales: {calm: [%s]}".formatted(text)))
                .isEmpty();
    }

    @Test
    void allowsEveryKeyAsTheInstrumentToGoOnTo() throws IOException {
        String onward = Files.readString(Path.of("src/test/resources/authoring/tiny/1/en.yaml"))
                + "\nonward: {instrument: %s, text: Words.}\n";
        String longest = "a_".repeat(25);

        assertThat(ContentSchema.of(Path.of("en.yaml")).validate(onward.formatted(longest)))
                .isEmpty();
        assertThat(ContentSchema.of(Path.of("en.yaml")).validate(onward.formatted(longest + "a")))
                .isNotEmpty();
    }

    static Stream<Flaw> flaws() {
        return Flaws.all();
    }

    static Stream<Path> shipped() {
        return files(SHIPPED);
    }

    /** The instruments that tests use. */
    static Stream<Path> tried() {
        return Stream.concat(
                files(Path.of("src/test/resources/reference/instruments")),
                files(Path.of("src/test/resources/authoring/tiny")));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
