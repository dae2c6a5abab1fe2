import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What the site has told people that it keeps: the address of each result, and the answers in it. */
final class Ledger {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What reading back has shown. A result is lost where the site does not know it any more. */
    record Verdict(int checked, int lost, int different) {}

    private record Entry(String result, String answers) {}

    private final int most;
    private final List<Entry> entries = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(7);
    private long acknowledged;

    /** @param most how many are remembered; of more, each is as likely to be among them */
    Ledger(int most) {
        this.most = most;
    }

    synchronized void acknowledge(String result, String answers) {
        acknowledged++;
        if (entries.size() < most) {
            entries.add(new Entry(result, answers));
        } else {
            long place = random.nextLong(acknowledged);
            if (place < most) {
                entries.set((int) place, new Entry(result, answers));
            }
        }
    }

    synchronized long acknowledged() {
        return acknowledged;
    }

    /** Reads back what is remembered. */
    Verdict check(URI site, int people) throws Exception {
        Questionnaire questionnaire;
        try (Line line = new Line(site)) {
            questionnaire = Questionnaire.read(line);
        }
        AtomicInteger next = new AtomicInteger();
        AtomicInteger lost = new AtomicInteger();
        AtomicInteger different = new AtomicInteger();
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            readers.add(new Thread(() -> {
                Patience patience = new Patience(site, PATIENCE, new LongAdder());
                for (int at = next.getAndIncrement(); at < entries.size(); at = next.getAndIncrement()) {
                    check(patience, questionnaire, entries.get(at), lost, different);
                }
                patience.close();
            }));
        }
        readers.forEach(Thread::start);
        for (Thread reader : readers) {
            reader.join();
        }
        return new Verdict(entries.size(), lost.get(), different.get());
    }

    private static void check(
            Patience patience, Questionnaire questionnaire, Entry entry, AtomicInteger lost, AtomicInteger different) {
        try {
            String file = patience.ask(line -> emptyWhereUnknown(line.get(entry.result() + "/result.json")), 200)
                    .body();
            if (file.isEmpty()) {
                lost.incrementAndGet();
            } else if (!questionnaire.answersIn(file).equals(entry.answers())) {
                different.incrementAndGet();
            }
        } catch (IOException e) {
            lost.incrementAndGet();
        }
    }

    private static Answer emptyWhereUnknown(Answer answer) {
        return answer.status() == 404 ? new Answer(200, "", "") : answer;
    }
}
