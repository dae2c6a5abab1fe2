package org.threesigns.packaging;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The JVM that the tests run on, and the jar that was packaged before them. */
public final class Java {

    private Java() {}

    static Path folderOfCommands() {
        return Path.of(System.getProperty("java.home"), "bin");
    }

    static String command() {
        return folderOfCommands().resolve("java").toString();
    }

    /**
     * The command that starts the application with these arguments, on a JVM that would rather start soon than run fast, and
     * that writes no file of its own, which a test that limits the size of files would meet first.
     */
    public static List<String> application(String... arguments) {
        List<String> start = UnpackedJar.command(
                List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
        return Stream.concat(start.stream(), Stream.of(arguments)).toList();
    }

    static Path packagedJar() {
        return Path.of(System.getProperty("three-signs.jar", "target/three-signs.jar"))
                .toAbsolutePath();
    }
}
