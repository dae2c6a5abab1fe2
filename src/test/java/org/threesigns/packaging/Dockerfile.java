package org.threesigns.packaging;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The instructions of the project's Dockerfile, so that a test can run them where no container engine is. */
record Dockerfile(List<Instruction> instructions) {

    /** One instruction, such as {@code RUN}, and what follows it, on one line and without {@code --options}. */
    record Instruction(String name, String argument) {

        static Instruction parse(String line) {
            String[] words = line.split("\\s+", 2);
            return new Instruction(words[0], words[1].replaceFirst("^(--(?!from)\\S+\\s+)+", ""));
        }
    }

    static Dockerfile read() {
        try {
            String text = Files.readString(Path.of("Dockerfile"));
            return new Dockerfile(text.replaceAll("(?m)^#.*\n", "")
                    .replaceAll("\\\\\n\\s*", "")
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(Instruction::parse)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one {@code RUN} whose command contains {@code part}. */
    String run(String part) {
        List<String> found =
                arguments("RUN").filter(command -> command.contains(part)).toList();
        if (found.size() != 1) {
            throw new IllegalStateException("Expected one RUN with " + part + ", found " + found);
        }
        return found.get(0);
    }

    /** The folders of the first stage whose content makes the second one, in order. */
    List<String> copiedFrom(String stage) {
        String option = "--from=" + stage + " ";
        return arguments("COPY")
                .filter(argument -> argument.startsWith(option))
                .map(argument -> argument.substring(option.length()).split("\\s+", 2)[0])
                .toList();
    }

    /** The environment that the image sets. */
    Map<String, String> environment() {
        return arguments("ENV")
                .flatMap(argument -> Stream.of(argument.split("\\s+")))
                .map(setting -> setting.split("=", 2))
                .collect(toMap(setting -> setting[0], setting -> setting[1]));
    }

    List<String> entrypoint() {
        return words(arguments("ENTRYPOINT").findFirst().orElseThrow());
    }

    List<String> healthCheck() {
        return words(arguments("HEALTHCHECK").findFirst().orElseThrow().replaceFirst("^CMD\\s+", ""));
    }

    private static List<String> words(String json) {
        return List.of(new JsonMapper().readValue(json, String[].class));
    }

    private Stream<String> arguments(String name) {
        return instructions.stream()
                .filter(instruction -> instruction.name().equals(name))
                .map(Instruction::argument);
    }
}
