package org.threesigns.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Another program that reads our files. A test that needs one is skipped where it is not installed. */
final class Program {

    private Program() {}

    private static boolean isInstalled(String name) {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(String.valueOf(System.getenv("PATH")))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /** Skips the test that begins with it where this program is not installed. */
    static void require(String name) {
        assumeTrue(isInstalled(name), name + " is not installed");
    }

    /** What a {@linkplain #require required} program says, once it has ended well. */
    static String run(Path folder, String... command) throws IOException, InterruptedException {
        var said = start(folder, List.of(command));
        String output = new String(said.getInputStream().readAllBytes(), UTF_8);
        assertThat(said.waitFor()).as(output).isZero();
        return output;
    }

    /** Needs a Python that has this module. */
    static void requirePython(String module) throws IOException, InterruptedException {
        require("python3");
        Process python = start(Path.of("."), List.of("python3", "-c", "import " + module));
        python.getInputStream().readAllBytes();
        assumeTrue(python.waitFor() == 0, "python3 has no module " + module);
    }

    private static Process start(Path folder, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        Stream.of("LC_ALL", "LANG").forEach(name -> builder.environment().put(name, "C.UTF-8"));
        return builder.start();
    }
}
