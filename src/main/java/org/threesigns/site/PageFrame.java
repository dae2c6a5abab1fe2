package org.threesigns.site;

import java.net.URI;
import java.util.Locale;

/**
 * What the frame around every respondent page needs to know.
 *
 * @param language the page's language
 * @param leaveTo where "Leave this page" leads
 */
record PageFrame(Locale language, URI leaveTo) {

    /** The start page in this language. */
    public String home() {
        return "/" + language.toLanguageTag();
    }

    /**
     * The same page in some language.
     *
     * @param tag the language as a tag
     * @param name its name in its own words
     */
    record OtherLanguage(String tag, String name, String href) {

        OtherLanguage asking(String query) {
            return new OtherLanguage(tag, name, href + "?" + query);
        }
    }
}
