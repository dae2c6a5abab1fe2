package org.threesigns.site;

import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cache.concurrent.ConcurrentMapCache;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.CachingResourceResolver;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
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

    /**
     * The address of a file here carries a hash of its content, so a browser may keep it for good. The build has packed
     * each text beforehand; whoever accepts neither Brotli nor gzip gets it as it is.
     */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/robots.txt").addResourceLocations("classpath:/static/");
        registry.addResourceHandler(AssetLinks.ASSETS + "**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.maxAge(A_YEAR).cachePublic().immutable())
                .resourceChain(false)
                .addResolver(new BestCoding())
                .addResolver(new CachingResourceResolver(new ConcurrentMapCache("assets")))
                .addResolver(new EncodedResourceResolver())
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }
}
