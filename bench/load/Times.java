import java.util.concurrent.atomic.AtomicLongArray;

/** How long things took, in buckets that are a hundredth apart: enough for percentiles, however many there are. */
final class Times {

    private static final double STEP = Math.log(1.01);
    private static final int BUCKETS = 2_200; // up to 1.01^2200 microseconds, which is more than half an hour

    private final AtomicLongArray all = new AtomicLongArray(BUCKETS);
    private long[] before = new long[BUCKETS];

    void add(long nanos) {
        double micros = Math.max(1, nanos / 1e3);
        all.incrementAndGet(Math.min(BUCKETS - 1, (int) (Math.log(micros) / STEP)));
    }

    long count() {
        return sum(now());
    }

    String percentiles() {
        return percentiles(now());
    }

    /** Of what came since this was asked last. */
    String sinceLastAsked() {
        long[] now = now();
        long[] since = new long[BUCKETS];
        for (int i = 0; i < BUCKETS; i++) {
            since[i] = now[i] - before[i];
        }
        before = now;
        return "sittings " + sum(since) + " " + percentiles(since);
    }

    private static String percentiles(long[] counts) {
        return "p50_ms %.1f p99_ms %.1f max_ms %.1f"
                .formatted(millis(counts, 0.5), millis(counts, 0.99), millis(counts, 1));
    }

    private static double millis(long[] counts, double part) {
        long rank = (long) Math.ceil(sum(counts) * part);
        long seen = 0;
        for (int i = 0; i < BUCKETS; i++) {
            seen += counts[i];
            if (seen >= rank && seen > 0) {
                return Math.exp((i + 1) * STEP) / 1e3;
            }
        }
        return 0;
    }

    private long[] now() {
        long[] now = new long[BUCKETS];
        for (int i = 0; i < BUCKETS; i++) {
            now[i] = all.get(i);
        }
        return now;
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}
