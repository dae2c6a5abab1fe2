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
 * Speaks HTTP/2 with whoever asks for it in the TLS handshake. Over plain HTTP nothing changes: turned on there, it would
 * let a client upgrade a connection past the rules of a proxy in front.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE) // once the settings of server.ssl are in place
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
