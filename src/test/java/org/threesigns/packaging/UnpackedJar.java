package org.threesigns.packaging;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.springframework.util.FileSystemUtils;

/**
 * The packaged jar, unpacked and with an archive of the classes that a start loads, much as in the image of the Dockerfile: a
 * start takes half of the processor. Made by the first test that needs it, and kept beside the jar for the others.
 */
final class UnpackedJar {

    private static final Path JAR = Java.packagedJar();
    private static final Path FOLDER = JAR.resolveSibling("unpacked-on-" + Runtime.version());
    private static final Path UNPACKED = FOLDER.resolve(JAR.getFileName());
    private static final Path ARCHIVE = FOLDER.resolve("classes.jsa");

    /** Holds the checksum of the jar; its time would not do, as each build gives it the same. */
    private static final Path ORIGIN = FOLDER.resolve("origin");

    private static final String CHECKSUM = checksum();

    private UnpackedJar() {}

    /** The command that starts it on a JVM with these options, which have to be the same each time. */
    static List<String> command(List<String> options) {
        makeOnce(options);
        return command(options, "-XX:SharedArchiveFile=" + ARCHIVE);
    }

    private static synchronized void makeOnce(List<String> options) {
        try (var channel = FileChannel.open(FOLDER.resolveSibling(FOLDER.getFileName() + ".lock"), CREATE, WRITE)) {
            channel.lock(); // until it is closed; the tests run in several processes
            if (!isOfThisJar()) {
                FileSystemUtils.deleteRecursively(FOLDER);
                run(List.of(
                        Java.command(),
                        "-Djarmode=tools",
                        "-jar",
                        JAR.toString(),
                        "extract",
                        "--destination",
                        FOLDER.toString()));
                run(command(
                        options,
                        "-XX:ArchiveClassesAtExit=" + ARCHIVE,
                        "-Dspring.context.exit=onRefresh",
                        "-Dspring.datasource.url=jdbc:h2:mem:training"));
                Files.writeString(ORIGIN, CHECKSUM);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfThisJar() throws IOException {
        return Files.exists(ORIGIN) && Files.readString(ORIGIN).equals(CHECKSUM);
    }

    private static String checksum() {
        var checksum = new CRC32();
        try {
            checksum.update(Files.readAllBytes(JAR));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Long.toHexString(checksum.getValue());
    }

    private static List<String> command(List<String> options, String... more) {
        List<String> command = new ArrayList<>();
        command.add(Java.command());
        command.addAll(options);
        command.addAll(List.of(more));
        command.addAll(List.of("-jar", UNPACKED.toString()));
        return command;
    }

    private static void run(List<String> command) throws IOException {
        Path output = Files.createTempFile("unpacking", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(command + " failed:\n" + Files.readString(output));
        }
        Files.delete(output);
    }
}
