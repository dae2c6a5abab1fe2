package org.threesigns.durability;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.threesigns.respondent.Respondent;

/** Several respondents at once, each with a browser, who go on until the line breaks or they are told to stop. */
final class Crowd {

    private static final int SIZE = 4;
    private static final int DELETES_ONE_IN = 5;

    private final Ledger ledger;
    private final ExecutorService threads = Executors.newFixedThreadPool(SIZE);
    private final List<Future<?>> sittings = new ArrayList<>();
    private final Queue<IOException> brokenLines = new ConcurrentLinkedQueue<>();
    private volatile boolean goOn = true;

    Crowd(int port, Ledger ledger, Random random) {
        this.ledger = ledger;
        for (int i = 0; i < SIZE; i++) {
            var own = new Random(random.nextLong());
            sittings.add(threads.submit(() -> sit(new Respondent(port), own)));
        }
        threads.shutdown();
    }

    private void sit(Respondent respondent, Random random) {
        try {
            while (goOn) {
                ledger.send(respondent, respondent.fillIn(random));
                if (random.nextInt(DELETES_ONE_IN) == 0) {
                    ledger.deleteOne(respondent, random);
                    ledger.sendADeletedOne(respondent, random);
                }
            }
        } catch (IOException e) {
            brokenLines.add(e);
        }
    }

    /** Waits for everybody; fails if anybody saw a fault of the server. */
    void stop() throws InterruptedException {
        goOn = false;
        join();
    }

    /** Waits until nobody is left, as happens when the server goes. */
    void join() throws InterruptedException {
        for (var sitting : sittings) {
            try {
                sitting.get();
            } catch (ExecutionException e) {
                throw new AssertionError(e.getCause());
            }
        }
    }

    /** Lets them work for so long. */
    void work(Duration time) throws InterruptedException {
        threads.awaitTermination(time.toMillis(), MILLISECONDS);
    }

    List<IOException> brokenLines() {
        return List.copyOf(brokenLines);
    }
}
