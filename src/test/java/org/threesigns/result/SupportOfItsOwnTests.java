package org.threesigns.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.assessment.Shares;
import org.threesigns.instrument.Wording;
import org.threesigns.questionnaire.OnOtherInstruments;
import org.threesigns.scoring.Responses;

/** A questionnaire with help lines for those who answer it, some of whose answers put them first. */
@OnOtherInstruments
class SupportOfItsOwnTests {

    private static final String AWAKE_EVERY_NIGHT = "30300";
    private static final String TITLE = "You don’t have to lie awake with it";
    private static final Pattern LINK = Pattern.compile("href=\"(/(?:en|es)/support[^\"#]*)");

    private final MockMvcTester browser;
    private final Respondent respondent;
    private final Shares shares;

    @Autowired
    SupportOfItsOwnTests(MockMvcTester browser, Respondent respondent, Shares shares) {
        this.browser = browser;
        this.respondent = respondent;
        this.shares = shares;
    }

    @Test
    void saysWhomToTurnTo() {
        assertThat(page("/en/support/worry"))
                .contains(
                        "A line for the night",
                        "href=\"tel:08001234\"",
                        ">example.org/worry<",
                        "Last checked on 31 January 2026.",
                        "noindex")
                .doesNotContain("HotPeachPages", "partner");
        assertThat(page("/es/support/worry")).contains("A line for the night", "Una llamada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en/support/two-options", "/en/support/nothing", "/xx/support/worry"})
    void isNotFoundWhereAnInstrumentHasNone(String path) {
        assertThat(browser.get().uri(path).exchange()).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en/start/worry", "/en/method/worry", "/en/check/worry", "/es/check/worry"})
    void isWhatThePagesBeforeAResultLeadTo(String path) {
        assertThat(linksOn(path)).containsExactly(path.substring(0, 3) + "/support/worry");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/answers",
                "/sources",
                "/keep",
                "/everything",
                "/sheet",
                "/shares",
                "/compare",
                "/delete",
                "/change"
            })
    void isWhatEveryPageOfAResultLeadsTo(String below) {
        assertThat(linksOn(worried(AWAKE_EVERY_NIGHT) + below)).containsExactly("/en/support/worry");
    }

    @Test
    void isWhatASharedResultLeadsTo() {
        var key = shares.open(Respondent.tokenOf(worried(AWAKE_EVERY_NIGHT)), List.of("worry"), 1)
                .orElseThrow();

        assertThat(linksOn("/en/shared/" + key.value())).containsExactly("/en/support/worry");
        assertThat(page("/en/shared/" + key.value())).doesNotContain(TITLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en", "/en/method", "/en/check/three-signs", "/en/check/mixed", "/en/start/two-options"})
    void isNotWhatOtherPagesLeadTo(String path) {
        assertThat(linksOn(path)).isNotEmpty().doesNotContain("/en/support/worry");
    }

    @ParameterizedTest
    @CsvSource({
        "00300, false",
        "10300, false",
        "20300, false",
        "30300, true",
        "00310, false",
        "00320, true",
        "--3--, false"
    })
    void comesFirstForTheAnswersThatOpenIt(String answers, boolean first) {
        String page = page(worried(answers));

        assertThat(page.contains(TITLE)).isEqualTo(first);
        if (first) {
            assertThat(page)
                    .containsSubsequence(
                            "What your answers say</h1>",
                            TITLE,
                            "Somebody can listen tonight.",
                            "href=\"/en/support/worry\"",
                            "id=\"save\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"0021, true", "0011, false"})
    void comesFirstWhereNothingIsScoredToo(String answers, boolean first) {
        String page = page(respondent.leaves(new CompletedAssessment(
                "unscored", 1, "en", Respondent.DAY, new Responses(answers), false, Wording.CURRENT, false)));

        assertThat(page.contains("Somebody to walk with")).isEqualTo(first);
        assertThat(page).contains("Thank you for your answers", "href=\"/en/support/unscored\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/answers", "/sources", "/keep", "/everything", "/sheet", "/result.json", "/shares"})
    void comesFirstOnNoPageThatOthersSee(String below) {
        assertThat(page(worried(AWAKE_EVERY_NIGHT) + below)).doesNotContain(TITLE);
    }

    private String worried(String answers) {
        return respondent.leaves(new CompletedAssessment(
                "worry", 1, "en", Respondent.DAY, new Responses(answers), false, Wording.CURRENT, false));
    }

    private Set<String> linksOn(String path) {
        return LINK.matcher(page(path)).results().map(link -> link.group(1)).collect(Collectors.toSet());
    }

    private String page(String path) {
        var answer = browser.get().uri(path).exchange();
        assertThat(answer).hasStatusOk();
        return Respondent.bodyOf(answer);
    }
}
