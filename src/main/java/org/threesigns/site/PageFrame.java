package org.threesigns.site;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the frame around every page needs to know.
 *
 * @param language the page's language
 * @param site the name of the site: that of the instrument that it is about
 * @param leaveTo where "Leave this page" leads
 * @param demo whether the page says that this is a demo
 * @param target where its links open: {@code _blank} around a page with answers that are stored nowhere, so that they stay
 *     there; the script, where it runs, keeps them by itself and opens the links as usual
 */
record PageFrame(
        Locale language,
        String site,
        URI leaveTo,
        boolean demo,
        @Nullable String target) {

    PageFrame(Locale language, String site, URI leaveTo, boolean demo) {
        this(language, site, leaveTo, demo, null);
    }

    /** The same frame, with links that open beside the page. */
    public PageFrame beside() {
        return new PageFrame(language, site, leaveTo, demo, "_blank");
    }

    /** Without it the new page would share the tab's memory with this one. */
    public @Nullable String rel() {
        return target == null ? null : "noopener";
    }

    /** The start page in this language. */
    public String home() {
        return "/" + language.toLanguageTag();
    }
}
