package org.threesigns.accounts;

import java.time.Duration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** PasswordHasher whose hash costs next to nothing, for tests that sign in again and again; {@link PasswordHasherTests} has the real. */
@TestConfiguration(proxyBeanMethods = false)
public class QuickPasswords {

    @Bean
    @Primary
    PasswordHasher quickPasswords() {
        return new PasswordHasher(new Argon2PasswordEncoder(16, 32, 1, 64, 1), 2, Duration.ofSeconds(3));
    }
}
