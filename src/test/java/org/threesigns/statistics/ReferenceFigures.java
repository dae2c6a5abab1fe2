package org.threesigns.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The figures that R gives for the 20,000 simulated respondents. */
final class ReferenceFigures {

    private static final JsonNode ROOT = read();

    private ReferenceFigures() {}

    private static JsonNode read() {
        try (var file = ReferenceFigures.class.getResourceAsStream("/reference/sim24/reference.json")) {
            return new JsonMapper().readTree(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands at this path, parts separated by slashes. */
    static JsonNode at(String path) {
        JsonNode found = ROOT.at("/" + path);
        if (found.isMissingNode()) {
            throw new IllegalArgumentException("The reference has no " + path);
        }
        return found;
    }

    static double figure(String path) {
        return at(path).doubleValue();
    }
}
