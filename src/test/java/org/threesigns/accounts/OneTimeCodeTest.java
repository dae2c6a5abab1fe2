package org.threesigns.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.threesigns.web.TokenMaskingEncoder;

class OneTimeCodeTest {

    @RepeatedTest(200)
    void showsInTheLogAsItIsPrintedAndIsHiddenInAnAddress() {
        OneTimeCode code = OneTimeCode.made(new SecureRandom());

        String printed = "use this code, which works once:\n\n    " + code.inGroups() + "\n";
        assertThat(TokenMaskingEncoder.hideTokens(printed)).isEqualTo(printed);
        assertThat(TokenMaskingEncoder.hideTokens("GET /admin/new-password/" + code.inGroups("-")))
                .doesNotContain(code.value().substring(0, 5));
    }
}
