import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** One person's connection, and how often that person tries again when something comes back that is no success. */
final class Patience {

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    interface Step {
        Answer on(Line line) throws IOException;
    }

    private final URI site;
    private final Duration patience;
    private final LongAdder refusals;
    private Line line;

    /** @param refusals counts every answer, or lack of one, that was no success */
    Patience(URI site, Duration patience, LongAdder refusals) {
        this.site = site;
        this.patience = patience;
        this.refusals = refusals;
    }

    /**
     * Does a step, again and again where it is refused, as long as patience lasts: the same form, with the same sitting
     * key, never gives two results.
     */
    Answer ask(Step step, int expected) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                Answer answer = step.on(line());
                answer.require(expected);
                return answer;
            } catch (IOException e) {
                refusals.increment();
                hangUp();
                if (System.nanoTime() >= end) {
                    throw e;
                }
                Load.pause(BETWEEN_TRIES);
            }
        }
    }

    void close() {
        hangUp();
    }

    private Line line() throws IOException {
        if (line != null && !line.isOpen()) {
            hangUp();
        }
        if (line == null) {
            line = new Line(site);
        }
        return line;
    }

    private void hangUp() {
        if (line != null) {
            try {
                line.close();
            } catch (IOException e) {
                // It is of no use any more, closed or not.
            }
            line = null;
        }
    }
}
