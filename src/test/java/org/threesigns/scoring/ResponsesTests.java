package org.threesigns.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.TestInstruments;

/** What one respondent answered, and the form in which it is stored. */
class ResponsesTests {

    private final Instrument instrument = TestInstruments.threeSigns();
    private final Item first = instrument.items().get(0);
    private final Item second = instrument.items().get(1);
    private final Item last = instrument.items().get(26);

    @Test
    void keepOneCharacterForEachItemInItsOrder() {
        var responses = Responses.allSkipped(27).with(first, 0).with(last, 4);

        assertThat(responses.encoded()).isEqualTo("0-------------------------4");
        assertThat(responses.size()).isEqualTo(27);
        assertThat(responses.option(first)).hasValue(0);
        assertThat(responses.option(last)).hasValue(4);
        assertThat(responses.option(second)).isEmpty();
        assertThat(responses.skipped(second)).isTrue();
        assertThat(responses.skipped(first)).isFalse();
    }

    @Test
    void comeBackFromTheStoreAsTheyWere() {
        var responses = Responses.allSkipped(27).with(second, 10);

        assertThat(responses.encoded()).startsWith("-a-");
        assertThat(new Responses(responses.encoded())).isEqualTo(responses);
        assertThat(new Responses(responses.encoded()).option(second)).hasValue(10);
    }

    /** What databases hold of numbers: it may not change. */
    @Test
    void keepOneCharacterForANumberToo() {
        var responses =
                Responses.allSkipped(27).with(first, 35).with(second, 36).with(last, 1000);

        assertThat(responses.encoded())
                .startsWith("z\u0100-")
                .endsWith("-\u04c4")
                .hasSize(27);
        assertThat(new Responses(responses.encoded()).option(first)).hasValue(35);
        assertThat(new Responses(responses.encoded()).option(second)).hasValue(36);
        assertThat(new Responses(responses.encoded()).option(last)).hasValue(1000);
    }

    @Test
    void doNotChange() {
        var before = Responses.allSkipped(27);

        assertThat(before.with(first, 1)).isNotEqualTo(before);
        assertThat(before).isEqualTo(Responses.allSkipped(27));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01 2", "A", "+", "٣", "０", "é", "0\n", "_", "−", "\u00ff", "\u04c5", "\ud83d\ude00"})
    void takeNothingButOptionsAndSkips(String encoded) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Responses(encoded));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1001, 65_792, Integer.MAX_VALUE})
    void takeNoOptionThatNoCharacterStandsFor(int option) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Responses.allSkipped(27).with(first, option));
    }
}
