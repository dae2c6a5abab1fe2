package org.threesigns.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RespondentPageHeadersTests {

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @ParameterizedTest
    @CsvSource({
        "/, same-origin, no-store",
        "/en, same-origin, 'public, max-age=600'",
        "/pt-BR, same-origin, 'public, max-age=600'",
        "/en/method, same-origin, 'public, max-age=600'",
        "/en/method/at-ease, same-origin, 'public, max-age=600'",
        "/en/start/at-ease, same-origin, 'public, max-age=600'",
        "/en/privacy, same-origin, 'public, max-age=600'",
        "/en/support, same-origin, 'public, max-age=600'",
        "/en/check/three-signs, same-origin, no-store",
        "/en/result/abc, no-referrer, no-store",
        "/en/result/abc/ideas, no-referrer, no-store",
        "/en/result/abc/plan, no-referrer, no-store",
        "/en/result/abc/sources, no-referrer, no-store",
        "/en/result/abc/keep, no-referrer, no-store",
        "/en/result/abc/everything, no-referrer, no-store",
        "/en/result/abc/sheet, no-referrer, no-store",
        "/en/result/abc/result.json, no-referrer, no-store",
        "/en/result/abc/change, same-origin, no-store",
        "/en/result/abc/compare, same-origin, no-store",
        "/en/result/abc/shares, same-origin, no-store",
        "/en/result/abc/delete, same-origin, no-store",
        "/en/shared/abc, no-referrer, no-store",
        "/en/shared/abc/sheet, no-referrer, no-store",
        "/livez, same-origin, no-store",
        "/actuator/health, same-origin, no-store",
        "/something/else, same-origin, no-store"
    })
    void everyKindOfPageSaysWhatMayBeKeptAndTold(String path, String referrerPolicy, String cacheControl) {
        write(path);

        assertThat(response.getHeader("Referrer-Policy")).isEqualTo(referrerPolicy);
        assertThat(response.getHeader("Cache-Control")).isEqualTo(cacheControl);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/check/three-signs",
                "/es/result/abc",
                "/en/result/abc/ideas",
                "/en/result/abc/plan",
                "/en/result/abc/sources",
                "/en/result/abc/keep",
                "/en/result/abc/everything",
                "/en/result/abc/sheet",
                "/en/result/abc/result.json",
                "/en/result/abc/shares/end",
                "/en/result/deleted",
                "/en/shared/abc"
            })
    void noSearchEngineListsAQuestionnaireAResultOrAShare(String path) {
        write(path);

        assertThat(response.getHeader("X-Robots-Tag")).isEqualTo("noindex, nofollow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en", "/en/method", "/en/support", "/assets/app.css"})
    void whatIsForEverybodyMayBeListed(String path) {
        write(path);

        assertThat(response.getHeader("X-Robots-Tag")).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 404, 500, 503})
    void onlyAPageThatWasFoundMayBeKept(int status) {
        response.setStatus(status);

        write("/en");

        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whatAPageSaidItselfAboutCachingStays() {
        response.setHeader("Cache-Control", "max-age=31536000, immutable");

        write("/assets/app.css");

        assertThat(response.getHeader("Cache-Control")).isEqualTo("max-age=31536000, immutable");
    }

    @Test
    void anUnchangedFileKeepsTheLifetimeItHad() {
        response.setStatus(304);

        write("/assets/app.css");

        assertThat(response.getHeader("Cache-Control")).isNull();
    }

    private void write(String path) {
        new RespondentPageHeaders().writeHeaders(new MockHttpServletRequest("GET", path), response);
    }
}
