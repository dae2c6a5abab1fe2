package org.threesigns.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threesigns.result.Respondent.distant;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.instrument.Wording;
import org.threesigns.respondent.RespondentPagesTest;

/**
 * Whoever holds the phone, the paper, the file or a link must not read there that support comes first: but for the result
 * page itself, everything is the same, letter by letter, with and without it.
 */
@RespondentPagesTest
class SupportFirstTests {

    private final MockMvcTester browser;
    private final Respondent respondent;

    @Autowired
    SupportFirstTests(MockMvcTester browser, Respondent respondent) {
        this.browser = browser;
        this.respondent = respondent;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/plan", "/keep", "/everything", "/sheet", "/result.json", "/compare", "/shares", "/delete"})
    void showsOnNoPageBelowTheResult(String below) {
        assertThat(page(flagged(), below)).isEqualTo(page(unflagged(), below));
    }

    /** The lead is for the result alone, and what is marked is left out. */
    @ParameterizedTest
    @ValueSource(strings = {"/ideas", "/sources"})
    void isNotSaidWhereTheAdviceFollowsIt(String below) {
        assertThat(page(flagged(), below)).doesNotContain("First of all, support", "If you feel safe with them");
        assertThat(page(unflagged(), "/ideas")).contains("If you feel safe with them");
    }

    @Test
    void showsInNoComparison() {
        String other = respondent.leaves(distant());

        assertThat(comparison(flagged(), other)).isEqualTo(comparison(unflagged(), other));
        assertThat(comparison(other, flagged())).isEqualTo(comparison(other, unflagged()));
    }

    @Test
    void showsInNoShare() {
        assertThat(shared(flagged())).isEqualTo(shared(unflagged()));
    }

    @Test
    void showsInNoFieldOfTheFile() {
        assertThat(page(flagged(), "/result.json"))
                .doesNotContainIgnoringCase("support")
                .doesNotContain("safety");
    }

    private String flagged() {
        return respondent.leaves(respondent.completed(distant(), Wording.CURRENT, true));
    }

    private String unflagged() {
        return respondent.leaves(respondent.completed(distant(), Wording.CURRENT, false));
    }

    private String page(String address, String below) {
        var answer = browser.get().uri(address + below).exchange();
        assertThat(answer).hasStatusOk();
        return withoutKeys(Respondent.bodyOf(answer));
    }

    private String comparison(String address, String other) {
        var answer =
                browser.post().uri(address + "/compare").param("link", other).exchange();
        assertThat(answer).hasStatusOk();
        return withoutKeys(Respondent.bodyOf(answer));
    }

    private String shared(String address) {
        var made = browser.post()
                .uri(address + "/shares")
                .param("sign", List.of("distance", "control", "cues").toArray(String[]::new))
                .param("days", "7")
                .exchange();
        return page(Respondent.bodyOf(made).replaceAll("(?s).*(/en/shared/[A-Za-z0-9_-]{24}).*", "$1"), "");
    }

    private static String withoutKeys(String page) {
        return page.replaceAll("(/result/|/shared/|value=\")[A-Za-z0-9_-]{24}", "$1…");
    }
}
