package org.threesigns.instrument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The simulated instrument with other ids for its items, and in both wordings. */
public final class RenamedItems {

    public static final int ITEMS = 24;

    private static final Path ORIGINAL = Path.of("src/test/resources/reference/instruments/sim24/1");
    private static final Pattern ITEM = Pattern.compile("\\bS[1-3]-\\d\\b");

    private RenamedItems() {}

    /**
     * Writes it into this folder, and reads it as the application would.
     *
     * @param ids of its items
     */
    public static Instrument write(Path folder, List<String> ids) {
        try {
            Path home = Files.createDirectories(folder.resolve("renamed/1"));
            List<String> before = new ArrayList<>(ids(ORIGINAL.resolve("instrument.yaml")));
            for (String name : List.of("instrument.yaml", "en.yaml")) {
                String text = Files.readString(ORIGINAL.resolve(name))
                        .replace("id: sim24", "id: renamed")
                        .replace("wordings: [current]", "wordings: [current, past]");
                Files.writeString(
                        home.resolve(name),
                        ITEM.matcher(text).replaceAll(found -> '"' + ids.get(before.indexOf(found.group())) + '"'));
            }
            return TestInstruments.catalog(folder, "renamed").main();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> ids(Path file) throws IOException {
        return ITEM.matcher(Files.readString(file))
                .results()
                .map(found -> found.group())
                .distinct()
                .toList();
    }
}
