package org.threesigns.storage;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets concurrent commits share one synchronisation of the disk: those that arrive while one is running share the next.
 *
 * <p>A synchronisation that would follow soon after another waits a little for more commits, because H2 writes hardly more for
 * several results than for one: the index pages above the row and a record of what they replace. A commit that arrives later
 * does not wait for others.
 *
 * <p>A synchronisation covers only the commits that were waiting when it started. One that is already running may miss what a
 * later commit wrote.
 */
class FsyncCoalescer {

    private static final Duration INTERVAL = Duration.ofMillis(10);
    private static final int ENOUGH = 8;

    private final Runnable sync;
    private final long interval;
    private final int enough;
    private final Lock lock = new ReentrantLock();

    /** Waiters for rounds with an even and with an odd number, so that the end of a round wakes only its own waiters. */
    private final Condition[] ended = {lock.newCondition(), lock.newCondition()};

    private final Condition enoughWait = lock.newCondition();

    private long current; // the latest round, which may still wait for more commits
    private long started; // the latest round that takes no more commits
    private long lastStart;
    private long succeeded;
    private boolean running;
    private int waiting;

    /** @param sync makes everything durable that was written before it starts, or throws */
    FsyncCoalescer(Runnable sync) {
        this(sync, INTERVAL, ENOUGH);
    }

    /**
     * @param interval the minimum between the starts of two synchronisations
     * @param enough the number of waiting commits with which the next starts at once
     */
    FsyncCoalescer(Runnable sync, Duration interval, int enough) {
        this.sync = sync;
        this.interval = interval.toNanos();
        this.enough = enough;
        this.lastStart = System.nanoTime() - this.interval;
    }

    /**
     * Returns once a synchronisation that started after this call has succeeded. If the shared one fails, each waiter tries
     * again, and throws if its own attempt fails.
     */
    void await() {
        lock.lock();
        try {
            long needed = started + 1;
            if (++waiting == enough) {
                enoughWait.signal();
            }
            awaitSuccess(needed);
        } finally {
            lock.unlock();
        }
    }

    private void awaitSuccess(long needed) {
        while (succeeded < needed) {
            if (running) {
                ended(Math.max(needed, current)).awaitUninterruptibly();
            } else {
                syncForAll();
            }
        }
    }

    /** Called and left with the lock held, but releases it during the synchronisation, so that more commits can wait. */
    private void syncForAll() {
        long number = ++current;
        running = true;
        awaitOthers();
        started = number;
        waiting = 0;
        lastStart = System.nanoTime();
        lock.unlock();
        boolean success = false;
        try {
            sync.run();
            success = true;
        } finally {
            lock.lock();
            running = false;
            if (success) {
                succeeded = number;
            }
            ended(number).signalAll();
            ended(number + 1).signal(); // one of them starts the next round
        }
    }

    private void awaitOthers() {
        try {
            long rest = lastStart + interval - System.nanoTime();
            while (rest > 0 && waiting < enough) {
                rest = enoughWait.awaitNanos(rest);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Condition ended(long number) {
        return ended[(int) (number % ended.length)];
    }
}
