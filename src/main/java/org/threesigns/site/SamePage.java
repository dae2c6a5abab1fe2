package org.threesigns.site;

import java.util.List;
import java.util.Locale;

/**
 * One page in some languages.
 *
 * @param rest what follows the language in the address of the page, as it stands in addresses
 */
record SamePage(List<Language> languages, String rest) {

    /**
     * A language of the site.
     *
     * @param name in its own words
     */
    record Language(String tag, String name) {}

    /** The page in the others of its languages, asking what this request asked: empty, or with a question mark. */
    SamePage without(Locale language, String question) {
        String tag = language.toLanguageTag();
        return new SamePage(
                languages.stream().filter(other -> !other.tag().equals(tag)).toList(), rest + question);
    }
}
