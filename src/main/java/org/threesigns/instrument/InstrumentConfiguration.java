package org.threesigns.instrument;

import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Provides the catalogue of instruments. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InstrumentProperties.class)
class InstrumentConfiguration {

    /** A preview has others after every change. */
    @Bean
    @Profile("!preview")
    InstrumentCatalog instrumentCatalog(InstrumentProperties properties) throws IOException {
        return new InstrumentFolders(properties.instruments())
                .catalog(properties.instrument(), properties.listed())
                .fitForThePublic();
    }
}
