package org.threesigns.web;

import java.time.Duration;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleEvent;
import org.apache.catalina.LifecycleListener;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.stereotype.Component;

/**
 * Lets Tomcat send the rest of each answer before it closes the connections. Spring's graceful shutdown waits for
 * requests inside a servlet; what the servlet left in a buffer is sent after that and would be cut off.
 */
@Component
class ResponseDrain implements TomcatConnectorCustomizer, LifecycleListener {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration STEP = Duration.ofMillis(10);

    @Override
    public void customize(Connector connector) {
        connector.addLifecycleListener(this);
    }

    @Override
    public void lifecycleEvent(LifecycleEvent event) {
        if (event.getType().equals(Lifecycle.BEFORE_STOP_EVENT)
                && event.getLifecycle() instanceof Connector connector
                && connector.getProtocolHandler().getExecutor() instanceof ThreadPoolExecutor requests) {
            awaitIdle(requests);
        }
    }

    /** Polls, because an executor has no event for becoming idle. */
    private static void awaitIdle(ThreadPoolExecutor requests) {
        long longest = System.nanoTime() + LONGEST.toNanos();
        try {
            while (requests.getActiveCount() > 0 && System.nanoTime() < longest) {
                Thread.sleep(STEP.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // something else wants this process to stop at once
        }
    }
}
