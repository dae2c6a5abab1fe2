package org.threesigns.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.threesigns.instrument.TestInstruments;

/** Where a page says that its translations are. */
class PageFrameInterceptorTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/en/privacy");

    @Test
    void nowhereUntilTheHostHasSaidTheSitesAddress() throws IOException {
        request.addHeader("Host", "evil.example");

        handle(null);

        assertThat(request.getAttribute("everyLanguage")).isNull();
        assertThat(request.getAttribute("otherLanguages")).isNotNull();
    }

    @Test
    void atTheAddressThatTheHostHasSaid() throws IOException {
        request.addHeader("Host", "evil.example");

        handle(URI.create("https://lighthouse.example/signs"));

        assertThat(request.getAttribute("everyLanguage"))
                .isEqualTo(List.of(
                        new PageTranslation("en", "English", "https://lighthouse.example/signs/en/privacy"),
                        new PageTranslation("es", "Español", "https://lighthouse.example/signs/es/privacy")));
    }

    private void handle(@Nullable URI address) throws IOException {
        var languages = new Languages(List.of("en", "es"));
        request.setAttribute(
                "org.springframework.web.servlet.DispatcherServlet.LOCALE_RESOLVER", new PathLocaleResolver(languages));
        new PageFrameInterceptor(
                        languages, TestInstruments.catalog(), URI.create("https://weather.example/"), address, false)
                .preHandle(request, new MockHttpServletResponse(), new Object());
    }
}
