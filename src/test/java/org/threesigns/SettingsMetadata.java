package org.threesigns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.core.io.FileSystemResource;

/**
 * A setting as the compiler found it in a properties record.
 *
 * @param type name of its class
 * @param defaultValue as a host writes it; empty where there is none
 */
record SettingsMetadata(String type, String defaultValue, String description) {

    private static final String FILE = "target/classes/META-INF/spring-configuration-metadata.json";

    /** Every setting by its name. */
    static Map<String, SettingsMetadata> read() {
        Map<String, SettingsMetadata> settings = new TreeMap<>();
        try {
            var json =
                    JsonParserFactory.getJsonParser().parseMap(new FileSystemResource(FILE).getContentAsString(UTF_8));
            for (Object property : (List<?>) requireNonNull(json.get("properties"))) {
                Map<?, ?> fields = (Map<?, ?>) property;
                settings.put(
                        String.valueOf(fields.get("name")),
                        new SettingsMetadata(
                                text(fields.get("type")),
                                text(fields.get("defaultValue")),
                                text(fields.get("description"))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    /** The processor writes a list as Java does, a host without brackets. */
    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString().replaceFirst("^\\[(.*), (.*)]$", "$1,$2");
    }
}
