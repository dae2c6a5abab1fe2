package org.threesigns.site;

import java.util.List;
import java.util.Locale;

/**
 * The same page in several languages.
 *
 * @param rest what follows the language in the address
 */
record SamePage(List<Language> languages, String rest) {

    /**
     * A language of the site.
     *
     * @param name its name in that language
     */
    record Language(String tag, String name) {}

    /** The page in its other languages, with the query of this request: empty, or with its question mark. */
    SamePage without(Locale language, String question) {
        String tag = language.toLanguageTag();
        return new SamePage(
                languages.stream().filter(other -> !other.tag().equals(tag)).toList(), rest + question);
    }
}
