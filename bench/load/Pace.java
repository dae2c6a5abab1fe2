import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * When each sitting is due. Times are counted from then and not from when somebody was free to begin, so a site that
 * stands still for a second is not made to look fast by those who waited outside.
 */
final class Pace {

    private final long start = System.nanoTime();
    private final double nanosBetween;
    private final AtomicLong begun = new AtomicLong();

    /** @param rate sittings a second; 0 for at once */
    Pace(double rate) {
        this.nanosBetween = rate > 0 ? 1e9 / rate : 0;
    }

    /** Waits until the next sitting is due, and returns that moment. */
    long next() {
        if (nanosBetween == 0) {
            return System.nanoTime();
        }
        long due = start + Math.round(begun.getAndIncrement() * nanosBetween);
        for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
        return due;
    }
}
