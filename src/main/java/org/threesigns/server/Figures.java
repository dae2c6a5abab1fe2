package org.threesigns.server;

import io.micrometer.observation.ObservationPredicate;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Takes the figures of each request only where somebody can read them: where management has a port of its own. */
@Configuration(proxyBeanMethods = false)
class Figures {

    @Bean
    ObservationPredicate onlyWhereTheyCanBeRead(Environment environment) {
        boolean read = ManagementPortType.get(environment) == ManagementPortType.DIFFERENT;
        return (name, context) -> read;
    }
}
