package org.threesigns.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.threesigns.site.PageFrame.OtherLanguage;

/**
 * Answers 404 for a language that is not offered, and gives every page what its frame needs: request attributes
 * {@code frame}, {@code everyLanguage} and {@code otherLanguages}, which a page's own model may override.
 */
final class LanguageInterceptor implements HandlerInterceptor {

    private final Languages languages;
    private final URI leaveTo;

    LanguageInterceptor(Languages languages, URI leaveTo) {
        this.languages = languages;
        this.leaveTo = leaveTo;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        String path = SitePath.of(request);
        Locale language = RequestContextUtils.getLocale(request);
        request.setAttribute("frame", new PageFrame(language, leaveTo));
        List<OtherLanguage> everyLanguage = everyLanguage(path, language);
        request.setAttribute("everyLanguage", everyLanguage);
        request.setAttribute("otherLanguages", otherLanguages(everyLanguage, language, request.getQueryString()));
        if (hasLanguageInPath(request) && languages.ofPath(path).isEmpty()) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return false;
        }
        return true;
    }

    /** Whether the handler's own pattern begins with a variable, as every page of a language does. */
    private static boolean hasLanguageInPath(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                .startsWith("/{");
    }

    /** Where this page is in each language, this one among them; nothing for a page that is in none. */
    private List<OtherLanguage> everyLanguage(String path, Locale language) {
        if (languages.ofPath(path).isEmpty()) {
            return List.of();
        }
        String rest = path.substring(1 + language.toLanguageTag().length());
        return languages.offered().stream()
                .map(each -> new OtherLanguage(
                        each.toLanguageTag(), languages.nameOf(each), "/" + each.toLanguageTag() + rest))
                .toList();
    }

    private static List<OtherLanguage> otherLanguages(
            List<OtherLanguage> everyLanguage, Locale language, @Nullable String query) {
        return everyLanguage.stream()
                .filter(other -> !other.tag().equals(language.toLanguageTag()))
                .map(other -> query == null ? other : other.asking(query))
                .toList();
    }
}
