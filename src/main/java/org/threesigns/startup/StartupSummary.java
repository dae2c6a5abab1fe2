package org.threesigns.startup;

import static java.util.stream.Collectors.joining;

import java.net.InetAddress;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends startup with what a host needs next: where the site is, where its data is, and how to stop. */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = CommandLineHelp.ALONE, havingValue = "false", matchIfMissing = true)
class StartupSummary {

    private final ServerProperties server;
    private final ObjectProvider<StartupLine> lines;

    StartupSummary(ServerProperties server, ObjectProvider<StartupLine> lines) {
        this.server = server;
        this.lines = lines;
    }

    @EventListener
    void print(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            String site = address(context.getWebServer().getPort());
            // Not through the log: it hides what looks like a token, and a host who keeps it quiet still needs the
            // set-up code.
            System.out.println(Stream.of(
                            Stream.of("Site: " + site + "/"),
                            lines.orderedStream().map(line -> line.text(site)),
                            Stream.of("To stop: press Ctrl+C, or end process "
                                    + ProcessHandle.current().pid()))
                    .flatMap(part -> part)
                    .flatMap(String::lines)
                    .map(line -> "  " + line)
                    .collect(joining("\n")));
        }
    }

    private String address(int port) {
        String path = Optional.ofNullable(server.getServlet().getContextPath()).orElse("");
        return "%s://%s:%s%s".formatted(Ssl.isEnabled(server.getSsl()) ? "https" : "http", host(), port, path);
    }

    private String host() {
        InetAddress address = server.getAddress();
        if (address == null || address.isAnyLocalAddress()) {
            return "localhost";
        }
        String text = address.getHostAddress();
        return text.contains(":") ? "[" + text + "]" : text;
    }
}
