package org.threesigns.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.threesigns.respondent.Respondent.formOn;
import static org.threesigns.result.Respondent.bodyOf;
import static org.threesigns.result.Respondent.distant;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.threesigns.assessment.Assessments;
import org.threesigns.assessment.Shares;
import org.threesigns.instrument.Wording;
import org.threesigns.respondent.RespondentPagesTest;

@RespondentPagesTest
class SharesPageTests {

    private static final Pattern LINK = Pattern.compile("http://localhost(/en/shared/[A-Za-z0-9_-]{24})<");
    private static final Pattern HANDLE = Pattern.compile("name=\"share\" value=\"([A-Za-z0-9_-]+)\"");

    private final MockMvcTester browser;
    private final Respondent respondent;
    private final Assessments assessments;
    private final Results results;

    @Autowired
    SharesPageTests(MockMvcTester browser, Respondent respondent, Assessments assessments, Results results) {
        this.results = results;
        this.browser = browser;
        this.respondent = respondent;
        this.assessments = assessments;
    }

    @Test
    void makesALinkThatShowsTheChosenSignsOnly() {
        String link = linkOf(respondent.leaves(distant()), "distance");

        assertThat(browser.get().uri(link))
                .hasStatusOk()
                .bodyText()
                .contains("Keeping distance", "3.88 ± 0.32", "When your partner says something cold", "Almost always")
                .doesNotContain("Balance of power", "Reading between", "How often do you watch your partner", "??");
    }

    @Test
    void offersNothingButReading() {
        String link = linkOf(respondent.leaves(distant()), "distance");

        var answer = browser.get().uri(link).exchange();

        assertThat(answer)
                .bodyText()
                .doesNotContain("<form", "/result/", "/shares", "/delete", "First of all, support")
                .contains("noindex");
        assertThat(answer).headers().hasValue("Referrer-Policy", "no-referrer").hasValue("Cache-Control", "no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/delete", "/shares", "/change", "/sheet", "/result.json"})
    void isNoKeyToTheResultItself(String below) {
        String key = linkOf(respondent.leaves(distant()), "distance").substring("/en/shared/".length());

        assertThat(browser.get().uri("/en/result/" + key + below)).hasStatus(404);
        assertThat(browser.post().uri("/en/shared/" + key)).hasStatus(405);
    }

    @Test
    void listsAndEndsLinks() {
        String address = respondent.leaves(distant());
        String link = linkOf(address, "distance", "cues");
        assertThat(browser.get().uri(address + "/shares"))
                .bodyText()
                .containsSubsequence("Links that are open", "Keeping distance", "Reading between the lines", "Until ")
                .doesNotContain(link);

        assertThat(browser.post().uri(address + "/shares/end").param("share", handle(address)))
                .hasStatus(303)
                .hasRedirectedUrl(address + "/shares");

        assertThat(browser.get().uri(address + "/shares")).bodyText().contains("There are none.");
        assertThat(browser.get().uri(link)).hasStatus(404);
    }

    @Test
    void showsAForeignAnEndedAndAMistypedLinkTheSamePage() {
        String address = respondent.leaves(distant());
        String link = linkOf(address, "distance");
        browser.post()
                .uri(address + "/shares/end")
                .param("share", handle(address))
                .exchange();
        String nothing = ended("/en/shared/AAAAAAAAAAAAAAAAAAAAAAAA");

        assertThat(nothing).contains("There is nothing to see here now");
        assertThat(ended(link)).isEqualTo(nothing);
        assertThat(ended("/en/shared/x")).isEqualTo(nothing);
        assertThat(ended("/en/shared/" + address.substring(address.lastIndexOf('/') + 1)))
                .isEqualTo(nothing);
    }

    @Test
    void endsWhenTheAnswersChange() {
        String address = respondent.leaves(distant());
        String link = linkOf(address, "distance");

        assessments.replace(
                Respondent.tokenOf(address), before -> respondent.completed(distant(), Wording.CURRENT, false));

        assertThat(browser.get().uri(link)).hasStatus(404);
    }

    @Test
    void staysWithItsDayWhereAFormIsSavedWithoutAChange() {
        String address = respondent.leaves(distant());
        String link = linkOf(address, "distance");
        Map<String, String> form = formOn(
                        bodyOf(browser.get().uri(address + "/change").exchange()))
                .fields();

        save(address, form);
        assertThat(browser.get().uri(link)).bodyText().contains("14 March 2026");

        form.put("D1", "never");
        save(address, form);
        assertThat(browser.get().uri(link)).hasStatus(404);
        assertThat(browser.get().uri(address)).bodyText().doesNotContain("14 March 2026");
    }

    private void save(String address, Map<String, String> form) {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.setAll(form);
        assertThat(browser.post().uri(address + "/change").params(fields)).hasStatus(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "91", "1000", "-1", "", "two", "1.5", "99999999999999999999"})
    void asksForDaysThatALinkCanLast(String days) {
        String address = respondent.leaves(distant());

        assertThat(browser.post()
                        .uri(address + "/shares")
                        .param("sign", "distance")
                        .param("days", days))
                .hasStatus(422)
                .bodyText()
                .contains("Write a number of days from 1 to 90.", "<title>Error: ", "There are none.", "checked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "other"})
    void asksForASign(String sign) {
        String address = respondent.leaves(distant());

        assertThat(browser.post().uri(address + "/shares").param("sign", sign).param("days", "7"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose at least one score.", "There are none.");
    }

    @Test
    void asksToEndOneWhereThereAreTen() {
        String address = respondent.leaves(distant());
        for (int share = 0; share < Shares.MOST_OPEN; share++) {
            linkOf(address, "distance");
        }

        assertThat(browser.post()
                        .uri(address + "/shares")
                        .param("sign", "distance")
                        .param("days", "7"))
                .hasStatus(422)
                .bodyText()
                .contains("End one of them first.");
    }

    @Test
    void asksToEndOneWhereAnotherWindowHasJustMadeTheTenth() {
        var shares = mock(Shares.class);
        when(shares.open(any(), any(), anyInt())).thenReturn(Optional.empty());
        var sent = new LinkedMultiValueMap<>(Map.of("sign", List.of("distance"), "days", List.of("7")));
        String address = respondent.leaves(distant());

        var page = new SharesController(results, shares)
                .open(Respondent.tokenOf(address).value(), sent, Locale.ENGLISH, new MockHttpServletRequest());

        assertThat(page.getStatus()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(page.getModel()).containsEntry("problems", new ShareForm.Problems(false, false, true));
    }

    @Test
    void tellsTheLinkOnceAndInNoAddress() {
        String address = respondent.leaves(distant());

        var made = browser.post()
                .uri(address + "/shares")
                .param("sign", "distance")
                .param("days", "7")
                .exchange();

        assertThat(made).hasStatusOk().headers().hasValue("Cache-Control", "no-store");
        String link = found(LINK, Respondent.bodyOf(made));
        String key = link.substring(link.lastIndexOf('/') + 1);
        assertThat(Respondent.bodyOf(made)).containsOnlyOnce(key);
        assertThat(page(address + "/shares", 200)).doesNotContain(key);
        assertThat(page(address + "/shares?made=" + key, 200)).doesNotContain(">http://localhost/en/shared/");
    }

    @Test
    void tellsNobodyToAskForAnotherLink() {
        assertThat(page("/en/shared/AAAAAAAAAAAAAAAAAAAAAAAA", 404)).doesNotContain("ask them", "new one");
    }

    private String linkOf(String address, String... signs) {
        var made = browser.post()
                .uri(address + "/shares")
                .param("sign", signs)
                .param("days", "7")
                .exchange();
        assertThat(made).hasStatusOk();
        return found(LINK, Respondent.bodyOf(made));
    }

    private String handle(String address) {
        return found(HANDLE, page(address + "/shares", 200));
    }

    private static String found(Pattern pattern, String page) {
        var matcher = pattern.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    /** The page for a link that shows nothing; its own address stands in it, where it offers other languages. */
    private String ended(String link) {
        return page(link, 404).replace(link.substring(link.lastIndexOf('/')), "/…");
    }

    private String page(String address, int status) {
        MvcTestResult answer = browser.get().uri(address).exchange();
        assertThat(answer).hasStatus(status);
        return Respondent.bodyOf(answer);
    }
}
