package org.threesigns.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A broken instrument is refused with its file, the line, what is wrong and what to do. */
@Tag("once")
class BrokenInstrumentTests {

    /**
     * The first hides the groups of its file, the second is asked once all files can be read, and the others are in the lines
     * that are broken beside them.
     */
    private static final Set<String> HIDING = Set.of(
            "a doubled key",
            "a way to an instrument that is not there",
            "a pace that is no number",
            "no words for url",
            "an address that is none");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("flaws")
    void isRefusedAtItsLineWithTheMend(Flaw flaw) {
        var refusal = catchThrowableOfType(
                BrokenContentException.class, () -> flaw.files().readFrom(folder));

        assertThat(refusal).as(flaw.what()).isNotNull();
        assertThat(refusal)
                .hasMessage(
                        "%s, line %d: %s", folder.resolve("tiny/1").resolve(flaw.file()), flaw.line(), flaw.problem());
        assertThat(refusal.remedy()).isEqualTo(flaw.remedy());
    }

    /** Whatever is wrong, what is wrong in another section or file is said with it. */
    @ParameterizedTest
    @MethodSource("flawsBesideOthers")
    void isRefusedForEverythingAtOnce(Flaw flaw) {
        String pace = "seconds-per-item: 2";
        String address = "url: \"https://example.org/more\"";
        var files = flaw.files();
        assertThat(files.text(InstrumentFiles.STRUCTURE)).contains(pace);
        assertThat(files.text(InstrumentFiles.WORDS)).contains(address);

        var refusal = catchThrowableOfType(
                BrokenContentException.class,
                () -> files.with(InstrumentFiles.STRUCTURE, pace, "seconds-per-item: -2")
                        .with(InstrumentFiles.WORDS, address, "url: more")
                        .readFrom(folder));

        assertThat(refusal.all())
                .extracting(BrokenContentException::problem)
                .contains(flaw.problem(), "-2 is below 0.", "'more' is not a web address.");
    }

    /** What depends on a broken part is no problem of its own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "options that all count the same",
                "a scale twice",
                "a claim twice",
                "an unknown wording",
                "an unknown claim",
                "an item in no part",
                "no safety statements below 'safety'"
            })
    void isRefusedForNothingElse(String what) {
        Flaw flaw = flaws().filter(each -> each.what().equals(what)).findFirst().orElseThrow();

        var refusal = catchThrowableOfType(
                BrokenContentException.class, () -> flaw.files().readFrom(folder));

        assertThat(refusal.all()).extracting(BrokenContentException::problem).containsExactly(flaw.problem());
    }

    @Test
    void isWholeBeforeAnythingIsBroken() {
        var instrument = InstrumentFiles.tiny().readFrom(folder);

        assertThat(instrument.items()).extracting(Item::id).containsExactly("a1", "b1", "a2", "b2", "t1");
        assertThat(instrument.text("en").item(instrument.items().get(0), Wording.PAST))
                .isEqualTo("Did you rest?");
    }

    static Stream<Flaw> flaws() {
        return Flaws.all();
    }

    static Stream<Flaw> flawsBesideOthers() {
        return flaws().filter(flaw -> !HIDING.contains(flaw.what()));
    }
}
