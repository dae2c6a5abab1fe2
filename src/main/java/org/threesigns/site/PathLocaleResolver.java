package org.threesigns.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Takes the language from the path. If the path has none (the front page, an error), the browser's preference counts;
 * the pages of administrators and authors are in English.
 */
final class PathLocaleResolver implements LocaleResolver {

    private static final Set<String> ENGLISH = Set.of("admin", "preview");

    private final Languages languages;

    PathLocaleResolver(Languages languages) {
        this.languages = languages;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        String path = SitePath.of(request);
        if (ENGLISH.contains(SitePath.firstSegment(path))) {
            return Locale.ENGLISH;
        }
        return languages.ofPath(path).orElseGet(() -> languages.bestFor(request));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language is in the path; a link changes it.");
    }
}
