package org.threesigns.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/**
 * The host and port that a request came from or went to; port −1 is the default of the scheme.
 *
 * <p>The scheme is not compared. Behind a proxy that ends TLS without saying so, the request looks like HTTP while the
 * browser uses HTTPS, and a person's answers must not be refused for that.
 */
public record RequestOrigin(String host, int port) {

    private static final int USUAL = -1;

    /**
     * The host that the request was sent to, as the configured proxies report it. They seldom report the port, and Tomcat
     * then takes the usual one; the {@code Host} header has the port that the browser used.
     */
    public static RequestOrigin of(HttpServletRequest request) {
        String scheme = request.getScheme();
        String host = request.getServerName().toLowerCase(Locale.ROOT);
        return parse(scheme + "://" + request.getHeader(HttpHeaders.HOST))
                .filter(asked -> asked.host.equals(host) && asked.port != USUAL)
                .orElseGet(() -> new RequestOrigin(host, usualAsNone(scheme, request.getServerPort())));
    }

    /** The origin that a text such as an {@code Origin} header names; empty if it names none, or says anything more. */
    public static Optional<RequestOrigin> parse(String header) {
        try {
            URI uri = new URI(header);
            String scheme = uri.getScheme();
            boolean more = uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null;
            if (scheme == null
                    || uri.getHost() == null
                    || more
                    || !uri.getRawPath().isEmpty()) {
                return Optional.empty();
            }
            if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
                return Optional.empty();
            }
            return Optional.of(
                    new RequestOrigin(uri.getHost().toLowerCase(Locale.ROOT), usualAsNone(scheme, uri.getPort())));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The address of the site's root under this scheme, such as {@code https://localhost:8443}. */
    public String address(String scheme) {
        return scheme + "://" + host + (port == USUAL ? "" : ":" + port);
    }

    private static int usualAsNone(String scheme, int port) {
        int usual = scheme.equalsIgnoreCase("https") ? 443 : 80;
        return port == usual ? USUAL : port;
    }
}
