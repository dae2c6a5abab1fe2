package org.threesigns.web;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the page for what Tomcat refuses before Spring sees it, such as an address with broken encoding. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebProperties.class)
class TomcatErrorPages {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainErrorPages(WebProperties properties) {
        // Last, so that it stands before the page that Spring Boot brings along; named, so that Tomcat adds no other.
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.getPipeline().addValve(new StaticErrorPage(properties.leaveTo(), context.getPath()));
                host.setErrorReportValveClass(StaticErrorPage.class.getName());
            }
        });
    }
}
