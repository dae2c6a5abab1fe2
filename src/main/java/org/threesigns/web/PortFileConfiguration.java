package org.threesigns.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.context.WebServerPortFileWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Writes the port of the site to the file that the environment variable {@code PORTFILE} names, for a health check that cannot
 * know which of many places the port was set in.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("portfile")
class PortFileConfiguration {

    @Bean
    WebServerPortFileWriter portFileWriter() {
        return new WebServerPortFileWriter();
    }
}
