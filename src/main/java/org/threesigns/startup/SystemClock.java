package org.threesigns.startup;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the application. A day is a day of UTC, wherever the machine stands. */
@Configuration(proxyBeanMethods = false)
public class SystemClock {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
