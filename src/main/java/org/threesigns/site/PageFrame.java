package org.threesigns.site;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;

/**
 * What the frame around every page needs to know.
 *
 * @param language the page's language
 * @param main the instrument that the site is about, as it stands in addresses
 * @param site the name of the site: that of this instrument
 * @param leaveTo where "Leave this page" leads
 * @param demo whether the page says that this is a demo
 * @param withSupport the instruments that have help of their own, as they stand in addresses
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
        Set<String> withSupport,
        String support,
        String method,
        @Nullable String target) {

    static PageFrame of(Locale language, InstrumentCatalog catalog, URI leaveTo, boolean demo) {
        String home = "/" + language.toLanguageTag();
        return new PageFrame(
                language,
                catalog.main().id(),
                catalog.main().text(language.toLanguageTag()).name(),
                leaveTo,
                demo,
                catalog.withSupport().keySet(),
                home + "/support",
                home + "/method",
                null);
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
                withSupport,
                about != null && withSupport.contains(about.id()) ? support + "/" + about.id() : support,
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
