package org.threesigns.security;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the page for what Tomcat refuses before Spring sees it, such as an address with broken encoding. */
@Configuration(proxyBeanMethods = false)
class TomcatErrorPages {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainErrorPages() {
        // By class name: the host adds it last at its start, so it stands before the page that Tomcat brings along.
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(PlainErrorPage.class.getName());
            }
        });
    }
}
