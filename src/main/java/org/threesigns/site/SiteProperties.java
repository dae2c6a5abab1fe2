package org.threesigns.site;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.ClassPathResource;
import org.threesigns.startup.SettingRange;
import org.threesigns.startup.StartupException;

/**
 * What a host says about its site.
 *
 * @param address address of the site as the public opens it, such as https://example.org; search engines then
 *     find the translations of a page
 * @param languages languages offered, best first; a visitor's browser chooses among them
 * @param operator who runs the site
 * @param support folder with files support.LANGUAGE.yaml, which replace the help lines of the whole site
 */
@ConfigurationProperties("three-signs")
record SiteProperties(
        @Nullable URI address,
        @DefaultValue({"en", "es"}) List<String> languages,
        @DefaultValue Operator operator,
        @Nullable Path support) {

    private static final String ENGLISH = "en"; // the bundles without a language in their names

    SiteProperties {
        if (address != null
                && (!SettingRange.isWebAddress(address) || address.toString().endsWith("/"))) {
            throw new StartupException(
                    "three-signs.address is \"%s\", which is not a web address without a slash at the end."
                            .formatted(address),
                    "Give it an address such as https://example.org");
        }
        languages = List.copyOf(languages);
        if (languages.isEmpty()) {
            throw new StartupException(
                    "three-signs.languages names no language.", "Name at least one, best first, such as en,es.");
        }
        languages.forEach(SiteProperties::requireWords);
        if (support != null && !Files.isDirectory(support)) {
            throw new StartupException(
                    "three-signs.support names a folder that is not there: %s".formatted(support.toAbsolutePath()),
                    "Make it, or correct the setting.");
        }
    }

    private static void requireWords(String tag) {
        Locale language = Locale.forLanguageTag(tag);
        if (!hasWords(language.getLanguage()) && !hasWords(language.toString())) {
            throw new StartupException(
                    "three-signs.languages names \"%s\", in which the site has no words.".formatted(tag),
                    "Take it out, or correct it to a language that has files in the jar's folder messages, such as en.");
        }
    }

    private static boolean hasWords(String locale) {
        return locale.equals(ENGLISH)
                || new ClassPathResource("messages/site_%s.properties".formatted(locale)).exists();
    }

    /**
     * Who runs the site.
     *
     * @param name who runs the site, for the privacy page
     * @param contact e-mail address or web address at which to reach them, for the privacy page
     */
    record Operator(@Nullable String name, @Nullable String contact) {

        public boolean isNamed() {
            return name != null && !name.isBlank();
        }

        public boolean isReachable() {
            return contact != null && !contact.isBlank();
        }

        /** The contact as the target of a link, or null if it is only text. */
        public @Nullable String contactLink() {
            if (contact == null) {
                return null;
            }
            if (contact.matches("https?://\\S+")) {
                return contact;
            }
            return contact.matches("[^\\s@/:]+@[^\\s@/:]+") ? "mailto:" + contact : null;
        }
    }
}
