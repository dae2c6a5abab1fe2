package org.threesigns.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordHasherTests {

    private final PasswordHasher passwords = new PasswordHasher();

    @Test
    void areKeptAsArgon2idWithAtLeast19MiB() {
        assertThat(passwords.hash("seven lamps under a bridge")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void fitTheirHashAndNoOther() {
        String hash = passwords.hash("seven lamps under a bridge");

        assertThat(passwords.matches("seven lamps under a bridge", hash)).isTrue();
        assertThat(passwords.matches("seven lamps under a Bridge", hash)).isFalse();
    }

    @Test
    void areOutdatedOnceTheyCostAThiefLess() {
        String cheap = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 1).encode("seven lamps under a bridge");

        assertThat(passwords.isOutdated(cheap)).isTrue();
        assertThat(passwords.isOutdated(passwords.hash("seven lamps under a bridge")))
                .isFalse();
    }

    @Test
    void fitWhicheverWayAKeyboardComposedThem() {
        String hash = passwords.hash("g\u00e4nsebl\u00fcmchen im garten");

        assertThat(passwords.matches("ga\u0308nseblu\u0308mchen im garten", hash))
                .isTrue();
    }

    @Test
    void doNotFitWhereThereIsNoAccount() {
        assertThat(passwords.matches("nobody", null)).isFalse();
    }

    @Test
    void areHashedForNobodyToo() {
        Slow counting = new Slow();
        PasswordHasher counted = new PasswordHasher(counting, 1, Duration.ofSeconds(1));

        counted.matches("first", null);
        int one = counting.matched;
        counted.matches("second", "a hash");

        assertThat(one).isEqualTo(1);
        assertThat(counting.matched).isEqualTo(2);
    }

    @Test
    void areCheckedOnlySoManyAtOnce() throws Exception {
        Slow slow = new Slow();
        slow.hold = new CountDownLatch(1);
        PasswordHasher one = new PasswordHasher(slow, 1, Duration.ofMillis(10));
        ExecutorService elsewhere = Executors.newSingleThreadExecutor();
        try {
            var first = elsewhere.submit(() -> one.hash("first"));
            slow.started.await();

            assertThatExceptionOfType(PasswordHasherBusyException.class).isThrownBy(() -> one.hash("second"));

            slow.hold.countDown();
            assertThat(first.get()).isEqualTo("hash");
            assertThat(one.hash("third")).isEqualTo("hash");
        } finally {
            elsewhere.shutdownNow();
        }
    }

    @Test
    void ofKnownPeopleDoNotWaitForThoseOfStrangers() throws Exception {
        Slow slow = new Slow();
        PasswordHasher one = new PasswordHasher(slow, 1, Duration.ofMillis(10));
        one.matches("once", "a hash");
        slow.holdMatches = new CountDownLatch(1);
        ExecutorService elsewhere = Executors.newSingleThreadExecutor();
        try {
            var stranger = elsewhere.submit(() -> one.matchesOfStranger("first", "a hash"));
            slow.matching.await();

            assertThatExceptionOfType(PasswordHasherBusyException.class)
                    .isThrownBy(() -> one.matchesOfStranger("second", "a hash"));
            assertThat(one.hash("chosen with a code")).isEqualTo("hash");

            slow.holdMatches.countDown();
            assertThat(stranger.get()).isTrue();
        } finally {
            elsewhere.shutdownNow();
        }
    }

    private static class Slow implements PasswordEncoder {

        private final CountDownLatch started = new CountDownLatch(1);
        private CountDownLatch hold = new CountDownLatch(0);
        private final CountDownLatch matching = new CountDownLatch(2);
        private CountDownLatch holdMatches = new CountDownLatch(0);
        private int matched;

        @Override
        public String encode(@Nullable CharSequence password) {
            started.countDown();
            await(hold);
            return "hash";
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            matched++;
            matching.countDown();
            await(holdMatches);
            return true;
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
