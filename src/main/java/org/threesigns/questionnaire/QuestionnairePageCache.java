package org.threesigns.questionnaire;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Wording;
import org.threesigns.questionnaire.Sittings.Sitting;
import org.threesigns.web.ContentEncodingResolver;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * The questionnaire with nothing answered, rendered once for all who open it; only the sitting is filled in. What it gives beside
 * Thymeleaf alone: {@code bench/jmh.sh Pages}.
 */
@Component
class QuestionnairePageCache {

    /** Far more than a site has; a proxy that makes up prefixes must not fill the memory. */
    private static final int MOST = 200;

    private final ITemplateEngine templates;
    private final boolean caching;
    private final boolean compressing;
    private final Map<Key, PrecompressedPage> pages = new ConcurrentHashMap<>();

    QuestionnairePageCache(
            ITemplateEngine templates,
            @Value("${spring.thymeleaf.cache:true}") boolean caching,
            @Value("${server.compression.enabled:false}") boolean compressing) {
        this.templates = templates;
        this.caching = caching;
        this.compressing = compressing;
    }

    /** All that the page depends on, but for the sitting. */
    private record Key(String instrument, int version, Wording wording, Locale language, String prefix) {}

    /** Answers with the page for a new sitting. */
    void write(Instrument instrument, QuestionnaireView form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Sitting sitting = form.sitting().orElseThrow();
        PrecompressedPage page = page(instrument, form, sitting, request, response);
        boolean gzip = compressing && ContentEncodingResolver.accepts(request, "gzip");
        byte[] content = gzip ? page.gzip(sitting) : page.plain(sitting);
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        response.setLocale(form.language());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (gzip) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private PrecompressedPage page(
            Instrument instrument,
            QuestionnaireView form,
            Sitting sitting,
            HttpServletRequest request,
            HttpServletResponse response) {
        var key = new Key(
                instrument.id(), instrument.version(), form.wording(), form.language(), request.getContextPath());
        @Nullable PrecompressedPage known = pages.get(key);
        if (known != null) {
            return known;
        }
        var page = new PrecompressedPage(render(instrument, form, request, response), sitting);
        if (caching && !instrument.asksAtRandom() && pages.size() < MOST) {
            pages.put(key, page);
        }
        return page;
    }

    private String render(
            Instrument instrument, QuestionnaireView form, HttpServletRequest request, HttpServletResponse response) {
        ModelAndView page = form.first(QuestionnaireForm.empty(instrument), request);
        var exchange = JakartaServletWebApplication.buildApplication(request.getServletContext())
                .buildExchange(request, response);
        return templates.process(page.getViewName(), new WebContext(exchange, form.language(), page.getModel()));
    }
}
