package org.threesigns.site;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.web.WebProperties;

/** Sets up the languages of the site. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SiteProperties.class)
class SiteConfiguration implements WebMvcConfigurer {

    private final Languages languages;
    private final InstrumentCatalog catalog;
    private final URI leaveTo;
    private final @Nullable URI address;
    private final boolean demo;

    SiteConfiguration(
            SiteProperties properties, WebProperties web, InstrumentCatalog catalog, Environment environment) {
        this.catalog = catalog;
        this.leaveTo = web.leaveTo();
        this.address = properties.address();
        this.demo = environment.matchesProfiles("demo");
        this.languages = new Languages(properties.languages());
    }

    @Bean
    Languages languages() {
        return languages;
    }

    @Bean
    LocaleResolver localeResolver() {
        return new PathLocaleResolver(languages);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PageFrameInterceptor(languages, catalog, leaveTo, address, demo))
                .excludePathPatterns("/assets/**"); // which are in no frame
    }
}
