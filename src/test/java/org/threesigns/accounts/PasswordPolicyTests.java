package org.threesigns.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTests {

    private final PasswordPolicy policy = new PasswordPolicy();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "my dog likes red balloons",
                "Xq7vLp2mZt9wKc4",
                "gänseblümchen im regenbogenland",
                "                 seven lamps under",
                "猫は静かな庭で青い傘を見つけた夜"
            })
    void takesWhatIsLongAndHardToGuess(String password) {
        assertThat(policy.validate(password, "ada")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', PASSWORD_TOO_SHORT",
        "short, PASSWORD_TOO_SHORT",
        "Xq7vLp2mZt9wKc, PASSWORD_TOO_SHORT",
        "Xq7vLp2mZt9wKc4, "
    })
    void asksForFifteenCharacters(String password, FormProblem problem) {
        assertThat(policy.validate(password, "ada").orElse(null)).isEqualTo(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "password1234567",
                "P@ssw0rdP@ssw0rd",
                "aaaaaaaaaaaaaaaa",
                "1234567890123456",
                "qwertyuiopasdfghjkl",
                "1q2w3e4r5t6y7u8i",
                "abcdefghijklmnop",
                "iloveyouiloveyou",
                "drowssapdrowssap",
                "letmeinletmein123",
                "Summer2026Summer2026",
                "administrator123",
                "threesignsthreesigns",
                "changeme12345678",
                "lovelacelovelace1"
            })
    void refusesWhatSomebodyWouldTryFirst(String password) {
        assertThat(policy.validate(password, "lovelace")).contains(FormProblem.PASSWORD_EASY_TO_GUESS);
    }

    @ParameterizedTest
    @CsvSource({"128, ", "129, PASSWORD_TOO_LONG", "60000, PASSWORD_TOO_LONG"})
    void hasABound(int length, FormProblem problem) {
        String password = "seven lamps under a quiet bridge ".repeat(2_000).substring(0, length);

        assertThat(policy.validate(password, "ada").orElse(null)).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({"😀😃😄😁😆😅😂🙂🙃😉😊😇🥰😍, PASSWORD_TOO_SHORT"})
    void countsCharactersAsPeopleDo(String fourteen, FormProblem problem) {
        assertThat(policy.validate(fourteen, "ada")).contains(problem);
    }
}
