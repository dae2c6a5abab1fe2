package org.threesigns.site;

import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Puts the site's pages, its languages and its static files in place. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SiteProperties.class)
class SiteConfiguration implements WebMvcConfigurer {

    private static final Duration A_YEAR = Duration.ofDays(365);

    private final Languages languages;
    private final SiteProperties properties;

    SiteConfiguration(SiteProperties properties) {
        this.properties = properties;
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
        registry.addInterceptor(new LanguageInterceptor(languages, properties.leaveTo()));
    }

    /** The address of a file here carries a hash of its content, so a browser may keep it for good. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/robots.txt").addResourceLocations("classpath:/static/");
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.maxAge(A_YEAR).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
                .addTransformer(new Slimming());
    }
}
