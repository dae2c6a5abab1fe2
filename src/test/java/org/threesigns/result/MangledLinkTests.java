package org.threesigns.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.respondent.RespondentPagesTest;

/** A link that went through a message still leads to its result. */
@RespondentPagesTest
class MangledLinkTests {

    private static final String KEY = "Ab_d-fghIjklMnopQr_tUv-_";

    private final MockMvcTester browser;

    @Autowired
    MangledLinkTests(MockMvcTester browser) {
        this.browser = browser;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/en/result/KEY",
                "My link: <https://example.org/en/result/KEY>.",
                "(see https://example.org/en/result/KEY)",
                "https://example.org/en/result/KEY, and more words",
                "https://example.org/en/result/KEY/",
                "https://example.org/en/result/KEY;",
                "https://example.org/en/result/KEY…",
                "https://example.org/en/result/KEY”",
                "https://example.org/en/result/KEY/sheet#x",
                "https://example.org/en/result/\nKEY",
                "https://example.org/en/\nresult/KEY",
                "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fen%2Fresult%2FKEY&data=05%7C02%7C&reserved=0",
                "https://scanner.example/?u=https%253A%252F%252Fexample.org%252Fen%252Fresult%252FKEY%2526x",
                "https://urldefense.com/v3/__https://example.org/en/result/KEY__;!!Abc-dEF!xyz$",
                "https://www.google.com/url?q=https://example.org/en/result/KEY&sa=D",
                "KEY",
                "<KEY>",
                "  KEY.\n"
            })
    void isFoundInWhateverAMessageMadeOfIt(String text) {
        assertThat(MangledLink.key(text.replace("KEY", KEY), "result")).contains(KEY);
    }

    @Test
    void isFoundInWhatProofpointMakesOfIt() {
        String key = KEY.replace("-", "-2D").replace("_", "-5F");

        assertThat(MangledLink.key(
                        "https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_en_result_" + key
                                + "&d=DwMFaQ",
                        "result"))
                .contains(KEY);
    }

    static final List<String> BREAKS = List.of("\n", "\r\n", " ", "=\r\n", "\n> ", "\n > > ");

    @ParameterizedTest
    @FieldSource("BREAKS")
    void isPutTogetherWhereALineBrokeIt(String lineBreak) {
        for (int at = 1; at < KEY.length(); at++) {
            String text =
                    "https://example.org/en/result/" + KEY.substring(0, at) + lineBreak + KEY.substring(at) + " bye";

            assertThat(MangledLink.key(text, "result")).as(text).contains(KEY);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "/en/result/tooshort",
                "/en/result/tooshort and more words",
                "/en/result/KEYx",
                "/en/shared/KEY",
                "%",
                "%zz"
            })
    void isNotMadeUp(String text) {
        assertThat(MangledLink.key(text.replace("KEY", KEY), "result")).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/en/result/KEY. /en/result/KEY",
                "/en/result/KEY, /en/result/KEY",
                "/en/result/KEY) /en/result/KEY",
                "/en/result/KEY%3E /en/result/KEY",
                "/en/result/KEY; /en/result/KEY",
                "/en/result/KEY%E2%80%A6 /en/result/KEY",
                "/es/result/KEY%22). /es/result/KEY",
                "/en/result/KEY). /en/result/KEY",
                "/en/result/Ab_d-fghIjkl%0AMnopQr_tUv-_ /en/result/KEY",
                "/en/result/Ab_d-fghIjkl%20MnopQr_tUv-_ /en/result/KEY",
                "/en/shared/KEY. /en/shared/KEY"
            })
    void leadsFromTheAddressBarToTheResult(String address, String page) {
        assertThat(browser.get().uri(URI.create(address.replace("KEY", KEY))).exchange())
                .hasStatus(302)
                .hasRedirectedUrl(page.replace("KEY", KEY))
                .headers()
                .hasValue("Cache-Control", "no-store")
                .hasValue("Referrer-Policy", "no-referrer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/result/KEY/",
                "/en/result/KEY/sheet/",
                "/en/shared/KEY/",
            })
    void leadsToThePageWithoutASlashAtTheEnd(String address) {
        String path = address.replace("KEY", KEY);

        assertThat(browser.get().uri(path).exchange())
                .hasStatus(308)
                .hasRedirectedUrl(path.substring(0, path.length() - 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en/result/KEY", "/en/result/KEYx.", "/en/result/short.", "/en/result/KEY/sheet."})
    void leadsNowhereElse(String address) {
        assertThat(browser.get().uri(address.replace("KEY", KEY)).exchange()).hasStatus(404);
    }
}
