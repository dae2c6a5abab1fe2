package org.threesigns.instrument;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where people can find help, in one language: on the whole site, or for those who answer one instrument.
 *
 * @param checked when somebody last looked whether the entries still hold; empty where nobody says so
 * @param entries at least one
 * @param first what stands before the rest of a result whose answers put support first; empty where none do
 */
public record Support(Optional<LocalDate> checked, List<Entry> entries, Optional<First> first) {

    public Support {
        entries = List.copyOf(entries);
    }

    /**
     * Reads the file of a whole site.
     *
     * @throws BrokenContentException if it cannot be used
     */
    public static Support read(ContentNode file) {
        file.allowOnly(Set.of("checked", "entries"));
        return read(file, Optional.empty());
    }

    /** Reads the file of an instrument. */
    static Support ofInstrument(ContentNode file) {
        file.allowOnly(Set.of("checked", "entries", "first"));
        return read(file, file.find("first").map(First::read));
    }

    private static Support read(ContentNode file, Optional<First> first) {
        ContentNode entries = file.get("entries");
        if (entries.list().isEmpty()) {
            throw entries.problem("There is nobody to turn to.", "Write '- {name: …, text: …, phone: …}' below it.");
        }
        return new Support(
                file.find("checked").map(node -> node.parse(LocalDate::parse, "a date such as 2026-01-31")),
                Problems.readEach(entries.list(), Entry::read),
                first);
    }

    /** The same words whatever was answered, quoting nothing. */
    public record First(String title, List<String> paragraphs) {

        static First read(ContentNode node) {
            node.allowOnly(Set.of("title", "text"));
            return new First(
                    node.get("title").text(),
                    node.get("text").list().stream().map(ContentNode::text).toList());
        }
    }

    /**
     * A place to turn to.
     *
     * @param phone a number to call, as it is written
     */
    public record Entry(String name, String text, Optional<String> phone, Optional<URI> url) {

        private static final String NOT_IN_A_NUMBER = "[^0-9+*#]";

        static Entry read(ContentNode node) {
            node.allowOnly(Set.of("name", "text", "phone", "url"));
            return new Entry(
                    node.get("name").text(),
                    node.get("text").text(),
                    node.find("phone").map(Entry::number),
                    node.find("url").map(Entry::address));
        }

        private static String number(ContentNode node) {
            if (node.text().replaceAll(NOT_IN_A_NUMBER, "").isEmpty()) {
                throw node.problem(
                        "'%s' is not a number to call.".formatted(node.text()), "Write one such as \"116 123\".");
            }
            return node.text();
        }

        private static URI address(ContentNode node) {
            URI address = node.parse(URI::create, "a web address");
            if (address.getHost() == null || !Set.of("https", "http").contains(address.getScheme())) {
                throw node.problem("'%s' is not a web address.".formatted(node.text()), "Start it with https://.");
            }
            return address;
        }

        /** The number as the target of a link. */
        public Optional<String> phoneLink() {
            return phone.map(number -> "tel:" + number.replaceAll(NOT_IN_A_NUMBER, ""));
        }

        /** The address without its scheme, as people read it. */
        public Optional<String> urlText() {
            return url.map(address ->
                    address.toString().replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", ""));
        }
    }
}
