package org.threesigns.dashboard;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Folders of plain questionnaires in shapes that pages of figures find hard, written when a test needs them. */
final class ShapedInstruments {

    private static final Path UNSCORED = Path.of("src/test/resources/other-instruments/unscored/1");
    private static final Path SIM24 = Path.of("src/test/resources/reference/instruments/sim24/1");

    /**
     * A scale of a questionnaire.
     *
     * @param more further lines of its file, such as names for scores
     */
    record Shape(String id, String score, int items, String more) {

        Shape(String id, String score, int items) {
            this(id, score, items, "");
        }
    }

    private final Path folder;

    ShapedInstruments() {
        try {
            folder = Files.createTempDirectory("instruments");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    /** Adds the questionnaire of the reference data. */
    void addSim24() {
        try {
            Path version = Files.createDirectories(folder.resolve("sim24").resolve("1"));
            for (String file : List.of("instrument.yaml", "en.yaml")) {
                Files.copy(SIM24.resolve(file), version.resolve(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a version of the questionnaire that scores nothing. */
    void addUnscored(int number) {
        try {
            Path version = Files.createDirectories(folder.resolve("unscored").resolve(Integer.toString(number)));
            for (String file : List.of("instrument.yaml", "en.yaml", "support.en.yaml")) {
                Files.writeString(
                        version.resolve(file),
                        Files.readString(UNSCORED.resolve(file)).replace("version: 1", "version: " + number));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a questionnaire with options from 1 to 4. */
    void add(String id, String head, List<Shape> scales) {
        add(id, 1, head, scales);
    }

    /** Adds a version of a questionnaire with options from 1 to 4. */
    void add(String id, int number, String head, List<Shape> scales) {
        String content = """
                id: %s
                version: %d
                default-language: en
                licence: CC0
                %s
                options:
                  - {id: never, value: 1}
                  - {id: rarely, value: 2}
                  - {id: often, value: 3}
                  - {id: always, value: 4}
                scales:
                %sitems:
                %s""".formatted(
                id, number, head, each(scales, ShapedInstruments::scale), each(scales, ShapedInstruments::items));
        String words =
                """
                language: en
                name: Questionnaire %s
                summary: Made for a test.
                instructions: Answer.
                options: {never: Never, rarely: Rarely, often: Often, always: Always}
                items:
                %sscales:
                %s""".formatted(id, each(scales, ShapedInstruments::texts), each(scales, ShapedInstruments::names));
        try {
            Path version = Files.createDirectories(folder.resolve(id).resolve(Integer.toString(number)));
            Files.writeString(version.resolve("instrument.yaml"), content);
            Files.writeString(version.resolve("en.yaml"), words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String each(List<Shape> scales, Function<Shape, String> line) {
        return scales.stream().map(line).collect(joining());
    }

    private static String scale(Shape shape) {
        return "  - {id: %s, score: %s%s}\n".formatted(shape.id(), shape.score(), shape.more());
    }

    private static String items(Shape shape) {
        return lines(shape, "  - {id: %1$s-%2$d, scale: %1$s}\n");
    }

    private static String texts(Shape shape) {
        return lines(shape, "  %1$s-%2$d: How often, %1$s %2$d?\n");
    }

    private static String lines(Shape shape, String line) {
        return IntStream.rangeClosed(1, shape.items())
                .mapToObj(item -> line.formatted(shape.id(), item))
                .collect(joining());
    }

    private static String names(Shape shape) {
        String labels = shape.more().contains("labels") ? ", labels: {low: low, high: high}" : "";
        return "  %1$s: {name: Scale %1$s%2$s}\n".formatted(shape.id(), labels);
    }
}
