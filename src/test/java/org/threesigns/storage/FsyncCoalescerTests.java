package org.threesigns.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Exchanger;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The disk of these tests works when it is told to, so every order of events is made, not hoped for. */
@Timeout(30)
class FsyncCoalescerTests {

    private final SlowDisk disk = new SlowDisk();
    private FsyncCoalescer group = new FsyncCoalescer(disk, Duration.ZERO, 1);
    private final List<Waiter> waiters = new ArrayList<>();

    @Test
    void returnsOnceTheDiskIsDone() throws Exception {
        var waiter = startWaiter();
        disk.awaitStart();
        assertThat(waiter.isDone()).isFalse();

        disk.finish();

        waiter.get();
        assertThat(disk.syncs()).isEqualTo(1);
    }

    @Test
    void sharesOneSyncAmongAllThatCameWhileAnotherWasRunning() throws Exception {
        var first = startWaiter();
        disk.awaitStart();
        startLinedUpWaiters(20);

        disk.finish();
        first.get();
        disk.awaitStart();
        disk.finish();

        for (var waiter : waiters) {
            waiter.get();
        }
        assertThat(disk.syncs()).isEqualTo(2);
    }

    @Test
    void doesNotCountASyncThatHadAlreadyStarted() throws Exception {
        var early = startWaiter();
        disk.awaitStart();
        startLinedUpWaiters(1);
        var late = waiters.get(1);

        disk.finish();
        early.get();
        disk.awaitStart();

        assertThat(late.isDone()).isFalse();
        disk.finish();
        late.get();
    }

    @Test
    void waitsForEnoughOthersSoonAfterTheLastSyncButNotBeforeTheFirst() throws Exception {
        var syncs = new AtomicInteger();
        group = new FsyncCoalescer(syncs::incrementAndGet, Duration.ofDays(1), 20);

        group.await();
        startLinedUpWaiters(19);
        assertThat(syncs.get()).isEqualTo(1);
        startWaiter().get();

        for (var waiter : waiters) {
            waiter.get();
        }
        assertThat(syncs.get()).isEqualTo(2);
    }

    @Test
    void doesNotWaitForOthersForever() {
        var syncs = new AtomicInteger();
        group = new FsyncCoalescer(syncs::incrementAndGet, Duration.ofMillis(1), 20);

        group.await();
        group.await();

        assertThat(syncs.get()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100})
    void tellsTheOneWhoseSyncFailedAndLetsTheOthersTryAgain(int millisApart) throws Exception {
        group = new FsyncCoalescer(disk, Duration.ofMillis(millisApart), 20);
        var first = startWaiter();
        disk.awaitStart();
        startLinedUpWaiters(4);
        disk.finish();
        first.get();

        disk.awaitStart();
        disk.fail();
        disk.awaitStart();
        disk.finish();

        Awaitility.await().until(() -> waiters.stream().allMatch(FutureTask::isDone));
        assertThat(waiters.stream().filter(Waiter::failed)).hasSize(1);
        assertThat(disk.syncs()).isEqualTo(3);
    }

    @Test
    void worksAgainAfterAFailure() {
        var fails = new AtomicInteger(1);
        var flaky = new FsyncCoalescer(
                () -> {
                    if (fails.getAndDecrement() > 0) {
                        throw new IllegalStateException("disk full");
                    }
                },
                Duration.ZERO,
                1);

        assertThatIllegalStateException().isThrownBy(flaky::await).withMessage("disk full");
        flaky.await();
    }

    private Waiter startWaiter() {
        var waiter = new Waiter(group);
        waiters.add(waiter);
        waiter.start();
        return waiter;
    }

    private void startLinedUpWaiters(int number) {
        for (int i = 0; i < number; i++) {
            var waiter = startWaiter();
            Awaitility.await().pollInterval(Duration.ofMillis(1)).until(waiter::linedUp);
        }
    }

    private static final class Waiter extends FutureTask<Boolean> {

        private final Thread thread = new Thread(this);

        Waiter(FsyncCoalescer group) {
            super(group::await, true);
        }

        void start() {
            thread.start();
        }

        boolean linedUp() {
            return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
        }

        boolean failed() {
            try {
                get();
                return false;
            } catch (Exception e) {
                return true;
            }
        }
    }

    /** Announces that it has started, then works until told how to end. */
    private static final class SlowDisk implements Runnable {

        private static final String STARTED = "started";
        private static final String FINISH = "finish";
        private static final String FAIL = "fail";

        private final Exchanger<String> exchanger = new Exchanger<>();
        private final AtomicInteger syncs = new AtomicInteger();

        @Override
        public void run() {
            syncs.incrementAndGet();
            exchange(STARTED);
            if (exchange("").equals(FAIL)) {
                throw new IllegalStateException("disk full");
            }
        }

        int syncs() {
            return syncs.get();
        }

        void awaitStart() {
            assertThat(exchange("")).isEqualTo(STARTED);
        }

        void finish() {
            exchange(FINISH);
        }

        void fail() {
            exchange(FAIL);
        }

        private String exchange(String word) {
            try {
                return exchanger.exchange(word);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
