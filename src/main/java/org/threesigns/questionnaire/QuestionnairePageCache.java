package org.threesigns.questionnaire;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.tomcat.util.http.parser.AcceptEncoding;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Wording;
import org.threesigns.questionnaire.Sittings.Sitting;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * The form as everybody first sees it, with nothing answered. Each is rendered once by its template, at the first request
 * for it, and from then on only the sitting is filled in.
 */
@Component
class QuestionnairePageCache {

    private static final String GZIP = "gzip";

    private final ThymeleafViewResolver templates;
    private final boolean compressing;
    private final Map<Kind, PrecompressedPage> pages = new ConcurrentHashMap<>();

    QuestionnairePageCache(
            ThymeleafViewResolver templates, @Value("${server.compression.enabled:false}") boolean compressing) {
        this.templates = templates;
        this.compressing = compressing;
    }

    /** All that a first page depends on, and as many as there are languages and wordings: nothing that a visitor makes up. */
    private record Kind(String instrument, int version, Wording wording, Locale language) {}

    /** @param form where it is shown, for a new sitting */
    ModelAndView show(Instrument instrument, QuestionnaireView form, HttpServletRequest request) {
        if (!request.getContextPath().equals(request.getServletContext().getContextPath())) {
            // A proxy gave this request another prefix, which its links have and nobody else's.
            return form.first(QuestionnaireForm.empty(instrument), request);
        }
        Sitting sitting = form.sitting().orElseThrow();
        return new ModelAndView((model, asking, response) -> {
            PrecompressedPage page = page(instrument, form, sitting, asking, response);
            response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
            response.setLocale(form.language());
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            page.write(sitting, compressing && takesGzip(asking), response);
        });
    }

    private PrecompressedPage page(
            Instrument instrument,
            QuestionnaireView form,
            Sitting sitting,
            HttpServletRequest request,
            HttpServletResponse response)
            throws Exception {
        var kind = new Kind(instrument.id(), instrument.version(), form.wording(), form.language());
        PrecompressedPage known = pages.get(kind);
        if (known != null) {
            return known;
        }
        var page = PrecompressedPage.of(
                rendered(form.first(QuestionnaireForm.empty(instrument), request), form.language(), request, response),
                sitting);
        pages.put(kind, page);
        return page;
    }

    private String rendered(
            ModelAndView page, Locale language, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        var kept = new ContentCachingResponseWrapper(response);
        View template =
                Objects.requireNonNull(templates.resolveViewName(Objects.requireNonNull(page.getViewName()), language));
        template.render(page.getModel(), request, kept);
        return new String(kept.getContentAsByteArray(), kept.getCharacterEncoding());
    }

    private static boolean takesGzip(HttpServletRequest request) throws IOException {
        @Nullable String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null
                && AcceptEncoding.parse(new StringReader(accepted)).stream()
                        .anyMatch(each -> each.getEncoding().equalsIgnoreCase(GZIP) && each.getQuality() > 0);
    }
}
