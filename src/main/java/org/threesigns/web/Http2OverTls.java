package org.threesigns.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Http2;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Offers HTTP/2 to clients that ask for it in the TLS handshake. It stays off over plain HTTP, where a client could
 * upgrade a connection past the rules of a proxy.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE) // after the settings of server.ssl
@ConditionalOnProperty(name = "server.http2.enabled", matchIfMissing = true)
class Http2OverTls implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (Ssl.isEnabled(factory.getSsl())) {
            Http2 http2 = new Http2();
            http2.setEnabled(true);
            factory.setHttp2(http2);
        }
    }
}
