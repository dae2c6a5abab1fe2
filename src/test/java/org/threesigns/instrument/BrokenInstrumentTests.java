package org.threesigns.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A broken instrument is refused with its file, the line, what is wrong and what to do. */
class BrokenInstrumentTests {

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
}
