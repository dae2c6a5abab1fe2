package org.threesigns.site;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.threesigns.instrument.Instrument;

/**
 * What the frame around every page needs to know.
 *
 * @param language the page's language
 * @param main the instrument that the site is about, as it stands in addresses
 * @param site the name of the site: that of this instrument
 * @param leaveTo where "Leave this page" leads
 * @param demo whether the page says that this is a demo
 * @param support the path of the page with help
 * @param method the path of the page that says how scores are made
 * @param target where its links open: {@code _blank} around a page with answers that are stored nowhere, so that they stay
 *     there; the script, where it runs, keeps them by itself and opens the links as usual
 */
record PageFrame(
        Locale language,
        String main,
        String site,
        URI leaveTo,
        boolean demo,
        String support,
        String method,
        @Nullable String target) {

    static PageFrame of(Locale language, Instrument main, URI leaveTo, boolean demo) {
        String home = "/" + language.toLanguageTag();
        String site = main.text(language.toLanguageTag()).name();
        return new PageFrame(language, main.id(), site, leaveTo, demo, home + "/support", home + "/method", null);
    }

    /**
     * The same frame around a page.
     *
     * @param about the instrument that the page is about; null where it is about none or several
     * @param beside whether its links open beside the page; null for no
     */
    public PageFrame around(@Nullable Instrument about, @Nullable Boolean beside) {
        return new PageFrame(
                language,
                main,
                site,
                leaveTo,
                demo,
                about != null && about.hasSupport() ? support + "/" + about.id() : support,
                about != null && !about.id().equals(main) ? method + "/" + about.id() : method,
                Boolean.TRUE.equals(beside) ? "_blank" : target);
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
