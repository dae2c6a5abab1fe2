package org.threesigns.guidance;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.threesigns.instrument.InstrumentCatalog;

/** Provides the guidance of all instruments. */
@Configuration(proxyBeanMethods = false)
@Profile("!preview") // which has another one after every change
class GuidanceConfiguration {

    @Bean
    GuidanceLibrary guidanceLibrary(InstrumentCatalog catalog) {
        return GuidanceLibrary.of(catalog);
    }
}
