package org.threesigns.packaging;

import java.nio.file.Path;

/** The JVM that the tests run on, and the jar that was packaged before them. */
public final class Java {

    private Java() {}

    static Path folderOfCommands() {
        return Path.of(System.getProperty("java.home"), "bin");
    }

    public static String command() {
        return folderOfCommands().resolve("java").toString();
    }

    public static Path packagedJar() {
        return Path.of(System.getProperty("three-signs.jar", "target/three-signs.jar"))
                .toAbsolutePath();
    }
}
