package org.threesigns.osd;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.instrument.Item;

/** The keys in the files that are written. */
final class Keys {

    private static final int LONGEST = 50;

    private static final String NO_LANGUAGE = "und";

    private Keys() {}

    /** A language tag as we write it: pt-BR. */
    static String language(String tag) {
        return Locale.forLanguageTag(tag.replace('_', '-')).toLanguageTag();
    }

    /** Whether we have a way to write it: none for es-419 and zh-Hans, nor for what is no language. */
    static boolean isLanguage(String tag) {
        String language = language(tag);
        return !language.equals(NO_LANGUAGE) && InstrumentCatalog.isLanguage(language);
    }

    /** The name of a set of options. */
    static String choices(int set) {
        return "answers-" + (set + 1);
    }

    /** @param set the place of its set among all */
    static String option(int set, int place) {
        return set == 0 ? "a" + (place + 1) : "a%s-%s".formatted(set + 1, place + 1);
    }

    static String label(int place) {
        return "label-" + (place + 1);
    }

    static String part(int place) {
        return "part-" + (place + 1);
    }

    /** The prefix before an underscore that all these keys share; empty if there is none. */
    static Optional<String> common(List<Item> boxes) {
        String first = boxes.get(0).id();
        return IntStream.iterate(first.lastIndexOf('_'), end -> end > 0, end -> first.lastIndexOf('_', end - 1))
                .mapToObj(end -> first.substring(0, end))
                .filter(start -> boxes.stream()
                        .allMatch(box ->
                                box.id().startsWith(start + "_") && box.id().length() > start.length() + 1))
                .findFirst();
    }

    /**
     * A key that ours can be. One that is too long for that is shortened, and ends with a number made of the whole.
     *
     * @param id a key of the format, which may hold any character
     * @throws UnsupportedFeatureException if it is empty
     */
    static String of(String id, String place) {
        if (id.isBlank()) {
            throw new UnsupportedFeatureException("the key '%s'".formatted(id), place);
        }
        String letters = id.replaceAll("[^A-Za-z0-9_-]", "-");
        String key = letters.matches("[A-Za-z].*") ? letters : "q-" + letters;
        return key.length() > LONGEST ? shortened(key, id) : key;
    }

    private static String shortened(String key, String id) {
        String number = "-" + HexFormat.of().toHexDigits(id.hashCode());
        return key.substring(0, LONGEST - number.length()) + number;
    }
}
