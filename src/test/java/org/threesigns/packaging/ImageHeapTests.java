package org.threesigns.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The image's options for the JVM, on a JVM that takes its memory for that of a container. */
class ImageHeapTests {

    private static final Pattern HEAP = Pattern.compile("MaxHeapSize\\s*=\\s*(\\d+)");
    private static final int BYTES_IN_A_MEGABYTE = 1024 * 1024;

    @ParameterizedTest
    @CsvSource({"512, 256", "2048, 1024"})
    void halfOfTheContainersMemoryIsHeap(int container, int heap) throws IOException {
        List<String> entrypoint = Dockerfile.read().entrypoint();
        List<String> command = new ArrayList<>(entrypoint.subList(0, entrypoint.indexOf("-jar")));
        command.set(0, Java.command());
        // The image's JVM knows AOT caches; this one may be older.
        command.addAll(List.of(
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:MaxRAM=" + container + "m",
                "-XX:+PrintFlagsFinal",
                "-version"));

        Process jvm = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(jvm.getInputStream().readAllBytes(), UTF_8);

        Matcher found = HEAP.matcher(said);
        assertThat(found.find()).as(said).isTrue();
        assertThat(Long.parseLong(found.group(1)) / BYTES_IN_A_MEGABYTE).isEqualTo(heap);
    }
}
