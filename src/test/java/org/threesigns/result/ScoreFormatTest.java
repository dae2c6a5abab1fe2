package org.threesigns.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreFormatTest {

    @ParameterizedTest
    @CsvSource({"en, -2.5, −2.5", "es, -2.5, '−2,5'", "en, -1000, '−1,000'", "sv, -2.5, '−2,5'", "en, 2.50, 2.5"})
    void aNumberBelowZeroHasARealMinusSignInEveryLanguage(Locale language, BigDecimal number, String written) {
        assertThat(new ScoreFormat(language).cut(number)).isEqualTo(written);
    }
}
