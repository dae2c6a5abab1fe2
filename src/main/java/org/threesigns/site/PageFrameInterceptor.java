package org.threesigns.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.threesigns.instrument.InstrumentCatalog;

/**
 * Redirects {@code /EN} and {@code /en-GB} to {@code /en}, answers 404 for a language that the site does not offer, and gives
 * each page its frame: request attributes {@code frame}, {@code otherLanguages} and, where the host has said the site's
 * address, {@code everyLanguage}; a page's own model may override them.
 */
final class PageFrameInterceptor implements HandlerInterceptor {

    private final Languages languages;
    private final InstrumentCatalog catalog;
    private final URI leaveTo;
    private final @Nullable URI address;
    private final boolean demo;

    PageFrameInterceptor(
            Languages languages, InstrumentCatalog catalog, URI leaveTo, @Nullable URI address, boolean demo) {
        this.languages = languages;
        this.catalog = catalog;
        this.leaveTo = leaveTo;
        this.address = address;
        this.demo = demo;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        String path = SitePath.of(request);
        Locale language = RequestContextUtils.getLocale(request);
        request.setAttribute("frame", PageFrame.of(language, catalog, leaveTo, demo));
        link(request, path, language);
        if (hasLanguageInPath(request) && languages.ofPath(path).isEmpty()) {
            leadOn(request, response, path);
            return false;
        }
        return true;
    }

    private void leadOn(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        String asked = SitePath.firstSegment(path);
        Optional<Locale> meant = languages.nearest(asked);
        if (meant.isEmpty()) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return;
        }
        String rest = path.substring(1 + asked.length()) + query(request);
        response.setStatus(HttpStatus.PERMANENT_REDIRECT.value());
        response.setHeader(
                HttpHeaders.LOCATION,
                request.getContextPath() + "/" + meant.get().toLanguageTag() + rest);
    }

    /** What follows the path: empty, or with its question mark. */
    private static String query(HttpServletRequest request) {
        return request.getQueryString() == null ? "" : "?" + request.getQueryString();
    }

    /** Whether the handler's pattern begins with a variable, as that of every page in a language does. */
    private static boolean hasLanguageInPath(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                .startsWith("/{");
    }

    /** The page's links to other languages; none for a page without a language or in its only one. */
    private void link(HttpServletRequest request, String path, Locale language) {
        if (languages.offered().size() > 1 && languages.ofPath(path).isPresent()) {
            String tag = language.toLanguageTag();
            String rest = path.substring(1 + tag.length());
            if (address != null) {
                request.setAttribute("everyLanguage", languages.translations(address.toString(), rest));
            }
            request.setAttribute(
                    "otherLanguages",
                    languages.translations("", rest + query(request)).stream()
                            .filter(translation -> !translation.tag().equals(tag))
                            .toList());
        }
    }
}
