package org.threesigns.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.threesigns.startup.StartupException;

/**
 * Goes on serving for a while after a stop was asked for, while {@code /readyz} already says 503, and closes each
 * connection after its answer. A load balancer that looks there sends its requests elsewhere; one that does not is left
 * without connections on which a request could meet the end. The port closes after that.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class ReadinessDrain extends HttpFilter implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReadinessDrain.class);

    private final transient Duration drainsFor;
    private volatile boolean running;
    private volatile boolean ending;

    /**
     * @param properties how long to drain: a little longer than the balancer needs to notice; zero, as by default, where there is none
     * @param patience how long one phase of a stop may take; draining is one
     */
    ReadinessDrain(
            WebProperties properties, @Value("${spring.lifecycle.timeout-per-shutdown-phase:30s}") Duration patience) {
        this.drainsFor = properties.stop().drainsFor();
        if (drainsFor.compareTo(patience) >= 0) {
            throw new StartupException(
                    "three-signs.stop.drains-for is %s ms, and a copy has %s ms to stop."
                            .formatted(drainsFor.toMillis(), patience.toMillis()),
                    "Make it shorter than spring.lifecycle.timeout-per-shutdown-phase.");
        }
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (ending && request.getProtocol().startsWith("HTTP/1")) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        chain.doFilter(request, response);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    /** Spring waits for the callback before it stops what comes later. */
    @Override
    public void stop(Runnable callback) {
        running = false;
        if (!drainsFor.isZero()) {
            ending = true;
            log.info("Still serving for {} s, so that a load balancer can turn away.", drainsFor.toSeconds());
        }
        CompletableFuture.delayedExecutor(drainsFor.toMillis(), TimeUnit.MILLISECONDS)
                .execute(callback);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server closes its port. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
    }
}
