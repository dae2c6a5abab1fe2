import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * Many respondents at once, each of whom opens the form, answers, sends it and reads the result; and in the end the
 * question whether every result that was acknowledged can be read back with the same answers.
 *
 * <pre>
 * Load --at http://127.0.0.1:8080 [--people 32] [--seconds 30] [--while FILE] [--rate SITTINGS-A-SECOND]
 *      [--patience SECONDS] [--report SECONDS] [--check all|HOW-MANY]
 * </pre>
 *
 * It writes one line with everything in the end, a name before each number; {@code cut} are those of the
 * {@code failed} whose answer had begun when it broke off. It talks to this machine alone.
 */
public final class Load {

    private final Options options;
    private final Pace pace;
    private final Questionnaire questionnaire;
    private final Ledger ledger;
    private final Times sittings = new Times();
    private final Gaps gaps = new Gaps();
    private final LongAdder failed = new LongAdder();
    private final LongAdder cut = new LongAdder();
    private final LongAdder refusals = new LongAdder();
    private final AtomicBoolean told = new AtomicBoolean();

    private Load(Options options) throws IOException {
        this.options = options;
        this.pace = new Pace(options.rate());
        this.ledger = new Ledger(options.check());
        try (Line line = new Line(options.at())) {
            this.questionnaire = Questionnaire.read(line);
        }
    }

    public static void main(String[] arguments) throws Exception {
        boolean well = new Load(Options.parse(arguments)).run();
        System.exit(well ? 0 : 1);
    }

    private boolean run() throws Exception {
        long start = System.nanoTime();
        long end = start + options.time().toNanos();
        List<Thread> people = new ArrayList<>();
        for (int i = 0; i < options.people(); i++) {
            SplittableRandom random = new SplittableRandom(20_250_317L + i);
            people.add(new Thread(() -> sit(end, random), "person " + i));
        }
        people.forEach(Thread::start);
        Thread reporter = new Thread(() -> report(start), "reporter");
        reporter.setDaemon(true);
        reporter.start();
        for (Thread person : people) {
            person.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long acknowledged = ledger.acknowledged();
        Ledger.Verdict verdict = ledger.check(options.at(), options.people());
        System.out.printf(
                "sittings %d seconds %.1f rate %.1f failed %d cut %d refusals %d acknowledged %d checked %d lost %d differ %d gap_s %.2f %s%n",
                sittings.count(),
                seconds,
                sittings.count() / seconds,
                failed.sum(),
                cut.sum(),
                refusals.sum(),
                acknowledged,
                verdict.checked(),
                verdict.lost(),
                verdict.different(),
                gaps.longest().toMillis() / 1e3,
                sittings.percentiles());
        return verdict.lost() == 0 && verdict.different() == 0;
    }

    private void sit(long end, SplittableRandom random) {
        Patience patience = new Patience(options.at(), options.patience(), refusals);
        while (goesOn(end)) {
            long scheduled = pace.next();
            if (scheduled > end || !goesOn(end)) {
                break;
            }
            try {
                sit(patience, random);
                gaps.served(System.nanoTime());
                sittings.add(System.nanoTime() - scheduled);
            } catch (IOException e) {
                failed.increment();
                if (e instanceof CutOffException) {
                    cut.increment();
                }
                if (told.compareAndSet(false, true)) {
                    System.err.println("The first sitting that failed: " + e.getMessage());
                }
            }
        }
        patience.close();
    }

    private void sit(Patience patience, SplittableRandom random) throws IOException {
        String form = patience.ask(line -> line.get(Questionnaire.PATH), 200).body();
        Questionnaire.Sheet sheet = questionnaire.fillIn(form, random);
        Answer acknowledgement = patience.ask(line -> line.post(Questionnaire.PATH, sheet.fields()), 303);
        ledger.acknowledge(acknowledgement.location(), sheet.answers());
        patience.ask(line -> line.get(acknowledgement.location()), 200);
    }

    private boolean goesOn(long end) {
        return System.nanoTime() < end
                && options.goesOnWhile().map(Files::exists).orElse(true);
    }

    /** What went on since the last line, so that a change over time can be seen. */
    private void report(long start) {
        if (options.report().isZero()) {
            return;
        }
        while (true) {
            pause(options.report());
            System.out.printf(
                    "at_s %.0f refusals %d failed %d %s%n",
                    (System.nanoTime() - start) / 1e9, refusals.sum(), failed.sum(), sittings.sinceLastAsked());
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
