package org.threesigns.web;

import io.micrometer.observation.ObservationPredicate;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Takes the figures of requests, and of all else that is observed, only where they can be read: on a port for management alone. */
@Configuration(proxyBeanMethods = false)
class ObservationConfiguration {

    @Bean
    ObservationPredicate onlyWhereTheyCanBeRead(Environment environment) {
        boolean read = ManagementPortType.get(environment) == ManagementPortType.DIFFERENT;
        return (name, context) -> read;
    }
}
