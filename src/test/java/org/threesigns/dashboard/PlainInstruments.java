package org.threesigns.dashboard;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Instruments of single items that add up, written as a host would. */
final class PlainInstruments {

    private static final Path SIM24 = Path.of("src/test/resources/reference/instruments/sim24/1");

    private PlainInstruments() {}

    /** sim24; forty scales; one scale; two versions with one scale of two in common; and two with none. */
    static Path writeTo(Path folder) throws IOException {
        Path sim24 = Files.createDirectories(folder.resolve("sim24/1"));
        for (String file : List.of("instrument.yaml", "en.yaml")) {
            Files.copy(SIM24.resolve(file), sim24.resolve(file));
        }
        write(
                folder,
                "forty",
                1,
                IntStream.rangeClosed(1, 40).mapToObj(n -> "s" + n).toList());
        write(folder, "one", 1, List.of("only"));
        write(folder, "related", 1, List.of("kept", "dropped"));
        write(folder, "related", 2, List.of("kept", "added"));
        write(folder, "unrelated", 1, List.of("before"));
        write(folder, "unrelated", 2, List.of("after"));
        return folder;
    }

    private static void write(Path folder, String id, int version, List<String> scales) throws IOException {
        Path home = Files.createDirectories(folder.resolve(id).resolve(Integer.toString(version)));
        Files.writeString(home.resolve("instrument.yaml"), """
                id: %s
                version: %d
                default-language: en
                licence: CC0
                options: [{id: no, value: 0}, {id: at-times, value: 1}, {id: yes-indeed, value: 2}]
                scales:
                %s
                items:
                %s
                """.formatted(
                        id,
                        version,
                        each(scales, "  - {id: %1$s, score: sum}"),
                        each(scales, "  - {id: %1$s_1, scale: %1$s}\n  - {id: %1$s_2, scale: %1$s}")));
        Files.writeString(home.resolve("en.yaml"), """
                language: en
                name: Plain
                summary: Plain questions.
                instructions: Answer them.
                options: {no: Never, at-times: At times, yes-indeed: Always}
                items:
                %s
                scales:
                %s
                """.formatted(
                        each(scales, "  %1$s_1: First question about %1$s\n  %1$s_2: Second question about %1$s"),
                        each(scales, "  %1$s: {name: Scale %1$s}")));
    }

    private static String each(List<String> scales, String line) {
        return scales.stream().map(line::formatted).collect(joining("\n"));
    }
}
