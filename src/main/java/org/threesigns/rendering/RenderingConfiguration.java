package org.threesigns.rendering;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts in place what all pages share. */
@Configuration(proxyBeanMethods = false)
class RenderingConfiguration {

    /** In bytes. Some times what the built-in questionnaire has in two languages. */
    private static final int MOST_KEPT = 8_000_000;

    @Bean
    KeptFragments keptFragments() {
        return new KeptFragments(MOST_KEPT);
    }
}
