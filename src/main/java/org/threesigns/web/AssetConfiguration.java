package org.threesigns.web;

import java.time.Duration;
import org.springframework.cache.concurrent.ConcurrentMapCache;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.CachingResourceResolver;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Serves the static files. */
@Configuration(proxyBeanMethods = false)
class AssetConfiguration implements WebMvcConfigurer {

    private static final Duration A_YEAR = Duration.ofDays(365);

    /**
     * Serves a file under an address that carries a hash of its content, so that a browser can keep it for good. The
     * build has compressed each text file; a client that accepts neither Brotli nor gzip gets the plain one.
     */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/robots.txt").addResourceLocations("classpath:/static/");
        registry.addResourceHandler(AssetLinks.ASSETS + "**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.maxAge(A_YEAR).cachePublic().immutable())
                .resourceChain(false)
                .addResolver(new ContentEncodingResolver())
                .addResolver(new CachingResourceResolver(new ConcurrentMapCache("assets")))
                .addResolver(new EncodedResourceResolver())
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }
}
