package org.threesigns.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import org.threesigns.web.PatientHttpProtocol.PatientConnection;

/** Lets the readers of large responses be slow. The readers of all others are given up as soon as slow senders. */
@Component
public class SlowReaders implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** At 10 kB a second, a third of Linux's largest send buffer takes over two minutes, and no byte moves meanwhile. */
    private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(5);

    SlowReaders() {}

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(PatientHttpProtocol.class.getName());
    }

    /**
     * Gives up the reader of the response to this request only after five minutes without a byte. Over HTTP/2, Tomcat's own limits
     * hold.
     */
    public static void waitFor(HttpServletRequest request) {
        if (request.getServletConnection() instanceof PatientConnection connection) {
            connection.waitForReader(LONGEST_STANDSTILL);
        }
    }
}
