package org.threesigns.instrument;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Where people can find help, in one language: on the whole site, or for those who answer one instrument.
 *
 * @param checked when somebody last looked whether the entries still hold; empty where nobody says so
 * @param entries at least one
 * @param first what stands before the rest of a result where support comes first; empty where nothing of the kind is said
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
        return read(file, Set.of("checked", "entries"));
    }

    /** Reads the file of an instrument. */
    static Support ofInstrument(ContentNode file) {
        return read(file, Set.of("checked", "entries", "first"));
    }

    private static Support read(ContentNode file, Set<String> keys) {
        var problems = new Problems();
        problems.check(() -> file.allowOnly(keys));
        Supplier<Optional<LocalDate>> checked = problems.read(
                () -> file.find("checked").map(node -> node.parse(LocalDate::parse, "a date such as 2026-01-31")));
        Supplier<List<Entry>> entries = problems.read(() -> readEntries(file.get("entries")));
        Supplier<Optional<First>> first = problems.read(() -> file.find("first").map(First::read));
        problems.throwIfAny();
        return new Support(checked.get(), entries.get(), first.get());
    }

    private static List<Entry> readEntries(ContentNode node) {
        if (node.list().isEmpty()) {
            throw node.problem("There is nobody to turn to.", "Write '- {name: …, text: …, phone: …}' below it.");
        }
        return Problems.readEach(node.list(), Entry::read);
    }

    /** The same words whatever was answered, quoting nothing. */
    public record First(String title, List<String> paragraphs) {

        public First {
            paragraphs = List.copyOf(paragraphs);
        }

        static First read(ContentNode node) {
            node.allowOnly(Set.of("title", "text"));
            List<String> paragraphs =
                    node.get("text").list().stream().map(ContentNode::text).toList();
            if (paragraphs.isEmpty()) {
                throw node.get("text").problem("There are no words.", "Write a list with a paragraph or more.");
            }
            return new First(node.get("title").text(), paragraphs);
        }
    }

    /**
     * A place to turn to.
     *
     * @param phone a number to call, as it is written
     */
    public record Entry(String name, String text, Optional<String> phone, Optional<URI> url) {

        /** Digits, and what people and telephones put between them. */
        private static final String NUMBER = "[0-9+*#()./\u00A0 -]*[0-9][0-9+*#()./\u00A0 -]*";

        /** Before a slash stands an area code, which begins with 0 or +; after it, none. */
        private static final String TWO_NUMBERS = "[1-9].* / .*|.* / [0+].*";

        private static final String ZERO_FROM_INSIDE = "^((?:\\+|00)[0-9\u00A0 -]+)\\(0\\)";

        static Entry read(ContentNode node) {
            var problems = new Problems();
            problems.check(() -> node.allowOnly(Set.of("name", "text", "phone", "url")));
            Supplier<String> name = problems.read(() -> node.get("name").text());
            Supplier<String> text = problems.read(() -> node.get("text").text());
            Supplier<Optional<String>> phone =
                    problems.read(() -> node.find("phone").map(Entry::number));
            Supplier<Optional<URI>> url =
                    problems.read(() -> node.find("url").map(address -> address.webAddress("https", "http")));
            problems.throwIfAny();
            return new Entry(name.get(), text.get(), phone.get(), url.get());
        }

        private static String number(ContentNode node) {
            if (node.text().matches(TWO_NUMBERS)) {
                throw node.problem(
                        "'%s' could be two numbers.".formatted(node.text()),
                        "Write one number, and another one in an entry of its own.");
            }
            if (!node.text().matches(NUMBER)) {
                throw node.problem(
                        "'%s' is not a number to call.".formatted(node.text()),
                        "Write one number in digits, such as \"116 123\", and the rest in 'text'.");
            }
            return node.text();
        }

        /** The number as the target of a link. From abroad nobody dials the (0) after the code of a country. */
        public Optional<String> phoneLink() {
            return phone.map(number -> "tel:"
                    + number.replaceFirst(ZERO_FROM_INSIDE, "$1")
                            .replaceAll("[^0-9+*#]", "")
                            .replace("#", "%23"));
        }

        /** The address without its scheme, as people read it. */
        public Optional<String> urlText() {
            return url.map(address ->
                    address.toString().replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", ""));
        }
    }
}
