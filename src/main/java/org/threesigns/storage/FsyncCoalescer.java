package org.threesigns.storage;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One synchronisation of the disk for all that wait for one: those who come while one is running share the next.
 *
 * <p>Where one follows soon after another, it waits a little for others: what H2 writes for a single result, the index pages
 * down to it and an account of what they replace, is nearly all that it writes for several. Whoever comes later than that waits
 * for nobody.
 *
 * <p>A synchronisation covers only those who were waiting when it started; one that had already started may have missed
 * what a later comer wrote.
 */
class FsyncCoalescer {

    private static final Duration INTERVAL = Duration.ofMillis(10);
    private static final int ENOUGH = 8;

    private final Runnable sync;
    private final long interval;
    private final int enough;
    private final Lock lock = new ReentrantLock();

    /** Those who wait for a round with an even number and with an odd one: so only those are woken whom its end concerns. */
    private final Condition[] ended = {lock.newCondition(), lock.newCondition()};

    private final Condition enoughWait = lock.newCondition();

    private long current; // the latest, for which others may still be waited
    private long started; // the latest that takes nobody any more
    private long lastStart;
    private long succeeded;
    private boolean running;
    private int waiting;

    /** @param sync makes everything written before it starts durable, or throws */
    FsyncCoalescer(Runnable sync) {
        this(sync, INTERVAL, ENOUGH);
    }

    /**
     * @param interval from the start of one synchronisation to that of the next, at the least
     * @param enough with so many waiting, the next starts at once
     */
    FsyncCoalescer(Runnable sync, Duration interval, int enough) {
        this.sync = sync;
        this.interval = interval.toNanos();
        this.enough = enough;
        this.lastStart = System.nanoTime() - this.interval;
    }

    /**
     * Returns once a synchronisation that started after this call has succeeded. Where the shared one fails, each of
     * those who waited for it tries again, and the one whose own attempt fails is told.
     */
    void await() {
        lock.lock();
        try {
            long needed = started + 1;
            if (++waiting == enough) {
                enoughWait.signal();
            }
            while (succeeded < needed) {
                if (running) {
                    ended(Math.max(needed, current)).awaitUninterruptibly();
                } else {
                    syncForAll();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Called and left with the lock held; it is free while the disk works, so that others can line up. */
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
            ended(number + 1).signal(); // one of them is to start it
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
