package org.threesigns.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threesigns.result.Respondent.distant;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.respondent.RespondentPagesTest;
import org.threesigns.scoring.Responses;

@RespondentPagesTest
class ComparisonLanguageTests {

    private static final Responses OTHER = Respondent.responses("D", "22222222", "C", "22222222", "A", "22222222");

    private final MockMvcTester browser;
    private final Respondent respondent;

    @Autowired
    ComparisonLanguageTests(MockMvcTester browser, Respondent respondent) {
        this.browser = browser;
        this.respondent = respondent;
    }

    @Test
    void aComparisonStaysOneInTheOtherLanguage() {
        String path = respondent.leaves(distant()) + "/compare";
        String inSpanish = path.replace("/en/", "/es/");
        String key = Respondent.tokenOf(respondent.leaves(OTHER)).value();

        assertThat(browser.post().uri(path).param("link", key))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"link\" value=\"" + key + "\"", "formaction=\"" + inSpanish + "\"")
                .doesNotContain("hreflang");
        assertThat(browser.post().uri(inSpanish).param("link", key))
                .hasStatusOk()
                .bodyText()
                .contains("<html lang=\"es\"", "formaction=\"" + path + "\"", "class=\"picture");
    }
}
