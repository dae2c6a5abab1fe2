package org.threesigns.startup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** Every {@code three-signs.*} setting, from the metadata that the compiler wrote about the properties records. */
final class KnownSettings {

    static final String PREFIX = "three-signs.";

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    private static final Pattern PROPERTY =
            Pattern.compile("\"name\": \"(three-signs\\.[^\"]+)\",\\s*\"type\": \"([^\"]+)\"");

    private final Map<String, String> typeByName = new TreeMap<>();

    private KnownSettings() {}

    static KnownSettings read() {
        KnownSettings known = new KnownSettings();
        try {
            String json =
                    new ClassPathResource(METADATA, KnownSettings.class.getClassLoader()).getContentAsString(UTF_8);
            // A JSON parser would be loaded for this alone; the compiler always writes it in this form.
            PROPERTY.matcher(json.substring(json.indexOf("\"properties\"")))
                    .results()
                    .forEach(found -> known.typeByName.put(found.group(1), found.group(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(METADATA + " is missing from the build", e);
        }
        return known;
    }

    /** The Java type of each setting by its name, such as {@code java.time.Duration}. */
    Map<String, String> typeByName() {
        return typeByName;
    }

    /** @param name in any of the spellings in which a setting may be given, an environment variable's among them */
    boolean contains(String name) {
        boolean dotted = name.contains("."); // an environment variable is not
        return typeByName.keySet().stream()
                .anyMatch(known -> plain(known).equals(plain(name)) && (!dotted || parts(known) == parts(name)));
    }

    /** The setting that was probably meant; empty where none is like it. */
    Optional<String> nearest(String name) {
        String plain = plain(name);
        return typeByName.keySet().stream()
                .min(Comparator.comparingInt(known -> distance(plain, known)))
                .filter(known -> distance(plain, known) <= 2 + plain.length() / 8);
    }

    /** Letters to change; few too where only the groups before the last part of the name are missing. */
    private static int distance(String plain, String known) {
        String lastPart = plain(PREFIX + known.substring(known.lastIndexOf('.') + 1));
        return Math.min(edits(plain, plain(known)), edits(plain, lastPart) + 1);
    }

    private static long parts(String name) {
        return name.chars().filter(each -> each == '.').count();
    }

    private static String plain(String name) {
        return name.replaceFirst("(\\[\\d+\\]|_\\d+_?)$", "")
                .replaceAll("[^A-Za-z0-9]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** The Levenshtein distance. */
    private static int edits(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
