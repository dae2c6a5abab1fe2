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
}
