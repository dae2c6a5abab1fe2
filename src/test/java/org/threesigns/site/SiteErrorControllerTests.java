package org.threesigns.site;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.threesigns.respondent.RespondentPagesTest;

@RespondentPagesTest
class SiteErrorControllerTests {

    private final MockMvcTester site;

    @Autowired
    SiteErrorControllerTests(MockMvcTester site) {
        this.site = site;
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 413, 429, 500, 503})
    void everyErrorHasAPageInTheLookOfTheSite(int status) {
        assertThat(failedWith(status, "/en/whatever"))
                .hasStatus(status)
                .hasContentTypeCompatibleWith("text/html")
                .bodyText()
                .contains("<h1>", "class=\"leave\"", "name=\"robots\" content=\"noindex\"", "href=\"/en/support\"")
                .doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 413, 429, 500, 503})
    void everyErrorIsToldInTheLanguageOfThePath(int status) {
        assertThat(failedWith(status, "/es/whatever"))
                .hasStatus(status)
                .bodyText()
                .contains("<html lang=\"es\"", "Salir de esta página", "href=\"/es/support\"", "lang=\"en\"")
                .doesNotContain("??", "Leave this page", headingOf(failedWith(status, "/en/whatever")));
    }

    @Test
    void anErrorOutsideEveryLanguageIsToldInTheOneThatTheBrowserLikes() {
        assertThat(error(404, "/nowhere")
                        .header("Accept-Language", "es-AR,es;q=0.9")
                        .exchange())
                .bodyText()
                .contains("<html lang=\"es\"", "Aquí no hay nada");
    }

    @ParameterizedTest
    @CsvSource({"418, 400", "451, 400", "501, 500", "507, 500"})
    void aRareErrorKeepsItsStatusAndBorrowsTheWords(int status, int words) {
        String heading = headingOf(failedWith(words, "/en"));

        assertThat(failedWith(status, "/en")).hasStatus(status);
        assertThat(headingOf(failedWith(status, "/en"))).isEqualTo(heading);
    }

    @Test
    void whoeverAsksForJsonGetsThePageToo() {
        assertThat(error(404, "/en/x").header("Accept", "application/json").exchange())
                .hasStatus(404)
                .hasContentTypeCompatibleWith("text/html");
    }

    @Test
    void aPostThatFailsGetsThePageToo() {
        assertThat(site.post()
                        .uri("/error")
                        .with(request -> {
                            request.setDispatcherType(DispatcherType.ERROR);
                            return request;
                        })
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 413)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/en/x")
                        .exchange())
                .hasStatus(413)
                .hasContentTypeCompatibleWith("text/html");
    }

    @Test
    void anAdministratorIsLedBackToTheAdministration() {
        assertThat(failedWith(500, "/admin/statistics")).bodyText().contains("href=\"/admin\"");
    }

    @Test
    void theAddressOfTheErrorPageItselfHoldsNothing() {
        assertThat(site.get().uri("/error").exchange()).hasStatus(404);
    }

    private MvcTestResult failedWith(int status, String path) {
        return error(status, path).exchange();
    }

    private MockMvcRequestBuilder error(int status, String path) {
        return site.get()
                .uri("/error")
                .with(request -> {
                    request.setDispatcherType(DispatcherType.ERROR);
                    return request;
                })
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, path);
    }

    private static String headingOf(MvcTestResult result) {
        String body = new String(
                result.getMvcResult().getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
        return body.replaceAll("(?s).*<h1>(.*?)</h1>.*", "$1");
    }
}
