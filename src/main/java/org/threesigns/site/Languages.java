package org.threesigns.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The languages that the site offers. A respondent's language is the first segment of the path and is stored nowhere
 * else.
 */
public final class Languages {

    private final Map<String, Locale> byTag;
    private final List<Locale> offered;
    private final List<PageTranslation> startPages;

    /** @param tags language tags, best first; at least one */
    Languages(List<String> tags) {
        this.offered = tags.stream().map(Locale::forLanguageTag).distinct().toList();
        this.byTag = offered.stream().collect(Collectors.toMap(Locale::toLanguageTag, Function.identity()));
        this.startPages = offered.stream()
                .map(Locale::toLanguageTag)
                .map(tag -> new PageTranslation(tag, ownName(Locale.forLanguageTag(tag)), "/" + tag))
                .toList();
    }

    private static String ownName(Locale language) {
        String name = language.getDisplayName(language);
        String first = name.substring(0, name.offsetByCodePoints(0, 1));
        return first.toUpperCase(language) + name.substring(first.length());
    }

    /** The languages offered, best first; at least one. */
    public List<Locale> offered() {
        return offered;
    }

    /**
     * A page in every language.
     *
     * @param before what stands before the language in the address
     * @param rest what follows it
     */
    List<PageTranslation> translations(String before, String rest) {
        return startPages.stream()
                .map(start -> new PageTranslation(start.tag(), start.name(), before + start.path() + rest))
                .toList();
    }

    /** The language that a path begins with, if it is offered in exactly this spelling. */
    Optional<Locale> ofPath(String path) {
        return Optional.ofNullable(byTag.get(SitePath.firstSegment(path)));
    }

    /**
     * The offered language that a tag in any spelling asks for, a wider one among them: {@code en} for {@code EN} or
     * {@code en-GB}; of a list, as browsers send it, the first that is offered.
     */
    Optional<Locale> nearest(String tag) {
        try {
            return Optional.ofNullable(Locale.lookup(LanguageRange.parse(tag), offered));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) { // the JDK throws the second for "-"
            return Optional.empty(); // not a list of languages: ignored
        }
    }

    /** The offered language that the browser prefers; the first one if it prefers none. */
    Locale bestFor(HttpServletRequest request) {
        String wanted = request.getHeader("Accept-Language");
        return Optional.ofNullable(wanted).flatMap(this::nearest).orElse(offered.get(0));
    }
}
