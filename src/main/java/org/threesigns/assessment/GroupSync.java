package org.threesigns.assessment;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One synchronisation of the disk for all that wait for one: those who come while one is running share the next.
 *
 * <p>A synchronisation covers only those who were waiting when it started; one that had already started may have missed
 * what a later comer wrote.
 */
class GroupSync {

    private final Runnable sync;
    private final Lock lock = new ReentrantLock();

    /** Those who wait for a round with an even number and with an odd one: so only those are woken whom its end concerns. */
    private final Condition[] ended = {lock.newCondition(), lock.newCondition()};

    private long started;
    private long succeeded;
    private boolean running;

    /** @param sync makes everything written before it starts durable, or throws */
    GroupSync(Runnable sync) {
        this.sync = sync;
    }

    /**
     * Returns once a synchronisation that started after this call has succeeded. Where the shared one fails, each of
     * those who waited for it tries again, and the one whose own attempt fails is told.
     */
    void await() {
        lock.lock();
        try {
            long needed = started + 1;
            while (succeeded < needed) {
                if (running) {
                    ended(Math.max(needed, started)).awaitUninterruptibly();
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
        long number = ++started;
        running = true;
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

    private Condition ended(long number) {
        return ended[(int) (number % ended.length)];
    }
}
