package org.threesigns.site;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.threesigns.instrument.ContentNode;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.instrument.Support;

/**
 * Where people can find help, whatever they answer, by language: from the host's folder if it has such a file, otherwise what
 * the instrument has that the site is about, otherwise built in. All files are read at startup, so a broken one stops the start
 * and not the page that a person needs.
 */
@Component
class SupportDirectory {

    private final Map<Locale, Support> ofHost = new HashMap<>();
    private final Map<Locale, Support> builtIn = new HashMap<>();
    private final Support fallback;
    private final InstrumentCatalog catalog;

    SupportDirectory(SiteProperties properties, Languages languages, InstrumentCatalog catalog) {
        for (Locale language : languages.offered()) {
            find(properties, language).ifPresent(file -> ofHost.put(language, read(file)));
            builtIn(language).ifPresent(file -> builtIn.put(language, read(file)));
        }
        Locale first = languages.offered().get(0);
        this.fallback = Optional.ofNullable(ofHost.getOrDefault(first, builtIn.get(first)))
                .orElseGet(() -> read(builtIn(Locale.ENGLISH).orElseThrow()));
        this.catalog = catalog;
    }

    /** The entries in this language; those of the site's first language if there are none. */
    Support in(Locale language) {
        return Optional.ofNullable(ofHost.get(language))
                .or(() -> catalog.main().text(language.toLanguageTag()).support())
                .or(() -> Optional.ofNullable(builtIn.get(language)))
                .orElse(fallback);
    }

    private static Support read(Resource file) {
        return Support.read(ContentNode.read(file));
    }

    private static Optional<Resource> find(SiteProperties properties, Locale language) {
        return Optional.ofNullable(properties.support())
                .flatMap(folder -> fileNames(language)
                        .map(folder::resolve)
                        .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
                        .findFirst()
                        .map(FileSystemResource::new));
    }

    private static Optional<Resource> builtIn(Locale language) {
        return fileNames(language)
                .<Resource>map(ClassPathResource::new)
                .filter(Resource::exists)
                .findFirst();
    }

    /** The one of a region before the one of its language. */
    private static Stream<String> fileNames(Locale language) {
        return Stream.of(language.toLanguageTag(), language.getLanguage()).map("support.%s.yaml"::formatted);
    }
}
