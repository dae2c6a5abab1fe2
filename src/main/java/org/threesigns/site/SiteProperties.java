package org.threesigns.site;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a host says about its site.
 *
 * @param leaveTo the neutral page that "Leave this page" leads to
 * @param languages the languages offered, best first, as language tags
 * @param operator who runs the site
 * @param support a folder with {@code support.<language>.yaml} files that stand in for the built-in ones
 * @param retentionDays after how many days a stored result is deleted, at least 1; none: it is kept until its owner
 *     deletes it
 */
@ConfigurationProperties("three-signs")
record SiteProperties(
        @DefaultValue("https://www.wikipedia.org/") URI leaveTo,
        @DefaultValue("en") List<String> languages,
        @DefaultValue Operator operator,
        @Nullable Path support,
        @Nullable Integer retentionDays) {

    SiteProperties {
        if (!"https".equals(leaveTo.getScheme()) && !"http".equals(leaveTo.getScheme())) {
            throw new IllegalArgumentException("three-signs.leave-to must be a web address, not " + leaveTo);
        }
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("three-signs.languages must name at least one language");
        }
        if (retentionDays != null && retentionDays < 1) {
            throw new IllegalArgumentException("three-signs.retention-days must be at least 1, not " + retentionDays);
        }
        languages = List.copyOf(languages);
    }

    /**
     * Who runs the site.
     *
     * @param contact an e-mail address or a web address
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
