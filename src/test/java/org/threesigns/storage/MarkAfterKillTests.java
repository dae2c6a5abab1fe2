package org.threesigns.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A process that marks without a pause is killed at random moments; each next start takes the file, with all that was said. */
@Tag("once")
class MarkAfterKillTests {

    private static final int KILLS = 6;
    private static final int MOST_MILLIS = 600;

    @TempDir
    private Path folder;

    @Test
    void noKillMakesAStartRefuseTheFile() throws Exception {
        var random = new Random(39);
        int last = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            last = killedAfter(random.nextInt(MOST_MILLIS), last + 1);

            Set<Integer> numbers = MarkedDatabase.numbersAfterStart(folder);
            assertThat(numbers).as("after kill %d", kill).contains(last);
            last = numbers.stream().max(Integer::compare).orElseThrow();
        }
        assertThat(new ProgressMark(folder).read()).isPresent();
    }

    /** The last number of which the process said that it is on the disk. */
    private int killedAfter(int millis, int first) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString(),
                        Integer.toString(first)))
                .redirectErrorStream(true)
                .start();
        int last = 0;
        try (var said = process.inputReader(US_ASCII)) {
            String line = said.readLine(); // it has begun
            process.waitFor(millis, TimeUnit.MILLISECONDS);
            process.toHandle().destroyForcibly(); // and what it has said stays readable
            for (; line != null && line.endsWith("."); line = said.readLine()) {
                last = Integer.parseInt(line.substring(0, line.length() - 1));
            }
        }
        process.waitFor();
        return last;
    }

    /** Adds numbers and says each, with marks meanwhile. */
    static class Writer {

        public static void main(String[] arguments) throws Exception {
            ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
            var database = new MarkedDatabase(Path.of(arguments[0]));
            var marking = new Thread(() -> {
                while (true) {
                    database.mark();
                }
            });
            marking.setDaemon(true);
            marking.start();
            for (int number = Integer.parseInt(arguments[1]); true; number++) {
                database.add(number, number);
                System.out.println(number + ".");
            }
        }
    }
}
