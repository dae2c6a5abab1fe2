package org.threesigns.questionnaire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.threesigns.respondent.RespondentPagesTest;

/** The form is rendered once and kept; nobody must be able to tell. */
@RespondentPagesTest
class QuestionnairePageCacheTests {

    private static final String ENGLISH = "/en/check/three-signs";

    private final MockMvcTester browser;

    @Autowired
    QuestionnairePageCacheTests(MockMvcTester browser) {
        this.browser = browser;
    }

    @ParameterizedTest
    @CsvSource({"en,current", "en,past", "es,current", "es,past"})
    void areByteForByteWhatTheTemplateGives(String language, String about) {
        String address = "/" + language + "/check/three-signs";
        open(address + "?about=" + about);

        MockHttpServletResponse kept = open(address + "?about=" + about);
        MockHttpServletResponse rendered = answer(post(address)
                .params(SheetOfAnswers.on(text(kept)).set("_send", "stay").fields()));

        assertThat(text(kept)).isEqualTo(text(rendered));
        assertThat(headers(kept)).containsAllEntriesOf(headers(rendered));
    }

    @ParameterizedTest
    @CsvSource({"en,current", "en,past", "es,current", "es,past"})
    void areTheSameCompressed(String language, String about) throws IOException {
        String address = "/" + language + "/check/three-signs?about=" + about;

        MockHttpServletResponse compressed = answer(get(address).header("Accept-Encoding", "br, gzip;q=0.8"));
        String unpacked = unpacked(compressed);

        assertThat(compressed.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(compressed.getContentLength()).isEqualTo(compressed.getContentAsByteArray().length);
        assertThat(withoutSitting(unpacked)).isEqualTo(withoutSitting(text(open(address))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "br", "gzip;q=0", "x-gzip", "nonsense;;;"})
    void comePlainToWhoDoesNotAskForGzip(String accepted) {
        MockHttpServletResponse plain = answer(get(ENGLISH).header("Accept-Encoding", accepted));

        assertThat(plain.getHeader("Content-Encoding")).isNull();
        assertThat(text(plain)).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
        assertThat(plain.getHeaders("Vary")).contains("Accept-Encoding");
    }

    @Test
    void haveEachTheirOwnSitting() throws IOException {
        var pages = List.of(
                text(open(ENGLISH)),
                text(open(ENGLISH)),
                unpacked(answer(get(ENGLISH).header("Accept-Encoding", "gzip"))),
                unpacked(answer(get(ENGLISH).header("Accept-Encoding", "gzip"))));

        assertThat(pages).map(page -> field(page, "_key")).doesNotHaveDuplicates();
        assertThat(pages).map(page -> field(page, "_stamp")).doesNotHaveDuplicates();
    }

    @Test
    void keepNothingOfWhatTheFirstVisitorSent() {
        answer(get(ENGLISH + "?about=nonsense&me=anna").header("Referer", "https://anna.example/"));

        assertThat(text(open(ENGLISH))).doesNotContain("anna", "nonsense");
    }

    @Test
    void giveAnotherPrefixToThoseWhoComeByOneAndToNobodyElse() {
        String proxied = text(answer(get("/mirror" + ENGLISH).contextPath("/mirror")));

        assertThat(proxied).contains("action=\"/mirror/en/check/three-signs\"");
        assertThat(text(open(ENGLISH))).doesNotContain("mirror");
    }

    private MockHttpServletResponse open(String address) {
        return answer(get(address));
    }

    private MockHttpServletResponse answer(AbstractMockHttpServletRequestBuilder<?> request) {
        var result = browser.perform(request);
        assertThat(result).hasStatusOk();
        return result.getResponse();
    }

    private static Map<String, String> headers(MockHttpServletResponse response) {
        return response.getHeaderNames().stream()
                .filter(name -> !name.equals(HttpHeaders.VARY))
                .collect(toMap(name -> name, name -> String.join(", ", response.getHeaders(name))));
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), UTF_8);
    }

    private static String unpacked(MockHttpServletResponse response) throws IOException {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            return new String(gzip.readAllBytes(), UTF_8);
        }
    }

    private static String withoutSitting(String page) {
        return page.replace(field(page, "_key"), "").replace(field(page, "_stamp"), "");
    }

    private static String field(String page, String name) {
        return SheetOfAnswers.on(page)
                .fields()
                .getOrDefault(name, List.of("none"))
                .get(0);
    }
}
