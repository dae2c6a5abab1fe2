package org.threesigns.site;

import java.net.URI;
import java.util.List;

/**
 * One page in every language, as search engines want to read it: with whole addresses.
 *
 * @param rest what follows the start page in the address of the page
 */
record Translations(List<Translation> languages, String rest) {

    /** @param home the address of the start page in this language */
    record Translation(String tag, String home) {}

    static Translations of(SamePage page, URI site) {
        return new Translations(
                page.languages().stream()
                        .map(language -> new Translation(language.tag(), site + "/" + language.tag()))
                        .toList(),
                page.rest());
    }
}
