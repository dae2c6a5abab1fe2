import java.time.Duration;

/** The longest time in which nobody at all was served. */
final class Gaps {

    private long last;
    private long longest;

    synchronized void served(long at) {
        if (last != 0) {
            longest = Math.max(longest, at - last);
        }
        last = Math.max(last, at);
    }

    synchronized Duration longest() {
        return Duration.ofNanos(longest);
    }
}
