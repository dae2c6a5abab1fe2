package org.threesigns.site;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.threesigns.instrument.Instrument;

/**
 * What the frame around every page needs to know.
 *
 * @param language the page's language
 * @param site the name of the site: that of the instrument that it is about
 * @param leaveTo where "Leave this page" leads
 * @param demo whether the page says that this is a demo
 * @param support the path of the page with help
 * @param target where its links open: {@code _blank} around a page with answers that are stored nowhere, so that they stay
 *     there; the script, where it runs, keeps them by itself and opens the links as usual
 */
record PageFrame(
        Locale language,
        String site,
        URI leaveTo,
        boolean demo,
        String support,
        @Nullable String target) {

    PageFrame(Locale language, String site, URI leaveTo, boolean demo) {
        this(language, site, leaveTo, demo, "/" + language.toLanguageTag() + "/support", null);
    }

    /**
     * The same frame around a page.
     *
     * @param about the instrument that the page is about; null where it is about none or several
     * @param beside whether its links open beside the page; null for no
     */
    public PageFrame around(@Nullable Instrument about, @Nullable Boolean beside) {
        String own = about != null && about.hasSupport() ? "/" + about.id() : "";
        return new PageFrame(
                language, site, leaveTo, demo, support + own, Boolean.TRUE.equals(beside) ? "_blank" : target);
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
