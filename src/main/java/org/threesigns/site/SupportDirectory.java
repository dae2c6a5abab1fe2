package org.threesigns.site;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.threesigns.instrument.ContentNode;

/**
 * Where people can find help, by language: from the host's folder if it has such a file, otherwise built in. All files
 * are read at startup, so a broken one stops the start and not the page that a person needs.
 */
@Component
class SupportDirectory {

    private final Map<Locale, Support> byLanguage = new HashMap<>();
    private final Support fallback;

    SupportDirectory(SiteProperties properties, Languages languages) {
        for (Locale language : languages.offered()) {
            find(properties, language).ifPresent(file -> byLanguage.put(language, Support.read(file)));
        }
        this.fallback = Optional.ofNullable(byLanguage.get(languages.offered().get(0)))
                .orElseGet(() -> Support.read(builtIn(Locale.ENGLISH)));
    }

    /** The entries in this language; those of the site's first language if there are none. */
    Support in(Locale language) {
        return byLanguage.getOrDefault(language, fallback);
    }

    private static Optional<Resource> find(SiteProperties properties, Locale language) {
        Path folder = properties.support();
        if (folder != null && Files.isReadable(folder.resolve(fileName(language)))) {
            return Optional.of(new FileSystemResource(folder.resolve(fileName(language))));
        }
        return Optional.of(builtIn(language)).filter(Resource::exists);
    }

    private static Resource builtIn(Locale language) {
        return new ClassPathResource(fileName(language));
    }

    private static String fileName(Locale language) {
        return "support." + language.toLanguageTag() + ".yaml";
    }

    /**
     * One language's entries.
     *
     * @param checked when the host last looked whether they still hold; only a host can say so
     */
    record Support(Optional<LocalDate> checked, List<Entry> entries) {

        static Support read(Resource file) {
            ContentNode content = ContentNode.read(file);
            content.allowOnly(Set.of("checked", "entries"));
            return new Support(
                    content.find("checked").map(node -> node.parse(LocalDate::parse, "a date such as 2026-01-31")),
                    content.get("entries").list().stream().map(Entry::read).toList());
        }
    }

    /**
     * A place to turn to.
     *
     * @param phone a number to call, as it is written
     */
    record Entry(String name, String text, Optional<String> phone, Optional<URI> url) {

        static Entry read(ContentNode node) {
            node.allowOnly(Set.of("name", "text", "phone", "url"));
            return new Entry(
                    node.get("name").text(),
                    node.get("text").text(),
                    node.find("phone").map(ContentNode::text),
                    node.find("url").map(url -> url.parse(URI::create, "a web address")));
        }

        /** The number as the target of a link. */
        public Optional<String> phoneLink() {
            return phone.map(number -> "tel:" + number.replaceAll("[^0-9+]", ""));
        }

        /** The address without its scheme, as people read it. */
        public Optional<String> urlText() {
            return url.map(address ->
                    address.toString().replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", ""));
        }
    }
}
