package org.threesigns.durability;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The pool of connections of a site, as its metrics show it at the moments when somebody looks. */
final class ConnectionPool {

    private static final Pattern IN_USE = Pattern.compile("(?m)^hikaricp_connections_active\\S* ([0-9]+)");
    private static final Pattern WAITING = Pattern.compile("(?m)^hikaricp_connections_pending\\S* ([0-9]+)");

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private int mostInUse;
    private int mostWaiting;

    ConnectionPool() throws IOException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    /** The port that the site has to open for its metrics. */
    int port() {
        return port;
    }

    void look() throws IOException, InterruptedException {
        var address = URI.create("http://localhost:%d/actuator/prometheus".formatted(port));
        String metrics = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
        mostInUse = Math.max(mostInUse, number(IN_USE, metrics));
        mostWaiting = Math.max(mostWaiting, number(WAITING, metrics));
    }

    private static int number(Pattern metric, String metrics) {
        return metric.matcher(metrics)
                .results()
                .map(MatchResult::group)
                .mapToInt(line -> Integer.parseInt(line.replaceFirst(".* ", "")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such metric: " + metric));
    }

    int mostInUse() {
        return mostInUse;
    }

    int mostWaiting() {
        return mostWaiting;
    }
}
