package org.threesigns.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssessmentTokenTests {

    private static final byte[] SECRET = HexFormat.of().parseHex("ff".repeat(9) + "00".repeat(9) + "77".repeat(14));
    private static final AssessmentToken TOKEN = AssessmentToken.of(SECRET);

    @Test
    void isTheFirst144BitsInAnAddressableForm() {
        assertThat(TOKEN.value()).isEqualTo("____________AAAAAAAAAAAA");
        assertThat(AssessmentToken.of(Arrays.copyOf(SECRET, 18))).isEqualTo(TOKEN);
    }

    @Test
    void isMadeOfNothingThatCouldBeGuessed() {
        assertThatIllegalArgumentException().isThrownBy(() -> AssessmentToken.of(new byte[17]));
    }

    @Test
    void isReadBack() {
        assertThat(AssessmentToken.parse(TOKEN.value())).contains(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "____________AAAAAAAAAAA",
                "____________AAAAAAAAAAAAA",
                "____________AAAAAAAAAAA=",
                "____________AAAAAAAAAAA ",
                "____________AAAAAAAAAAAA\n",
                "____________AAAAAAAAAAA/",
                "____________AAAAAAAAAAAä",
                "____________AAAAAAAAAAA\0"
            })
    void isNothingElse(String text) {
        assertThat(AssessmentToken.parse(text)).isEmpty();
    }

    @Test
    void isAnotherTokenInAnotherCase() {
        assertThat(AssessmentToken.parse("____________aAAAAAAAAAAA")
                        .orElseThrow()
                        .key())
                .isNotEqualTo(TOKEN.key());
    }

    @Test
    void isKeptAsTheFirstHalfOfItsSha256() {
        assertThat(TOKEN.key()).hasToString("1fefb491-3d29-1404-82e0-aed7ef8f624e");
    }

    @Test
    void doesNotTellItselfInWords() {
        assertThat(TOKEN).asString().doesNotContain(TOKEN.value());
    }
}
