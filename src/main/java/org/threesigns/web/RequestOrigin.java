package org.threesigns.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * The host and port that a request came from or went to; port −1 is the default of the scheme.
 *
 * <p>The scheme is left out. Behind a proxy that ends TLS without saying so, the request looks like HTTP while the
 * browser uses HTTPS, and a person's answers must not be refused for that.
 */
record RequestOrigin(String host, int port) {

    private static final int USUAL = -1;

    /** The host that the request was sent to, as the configured proxies report it. */
    static RequestOrigin of(HttpServletRequest request) {
        return new RequestOrigin(
                request.getServerName().toLowerCase(Locale.ROOT),
                usualAsNone(request.getScheme(), request.getServerPort()));
    }

    /** The origin that an {@code Origin} header names; empty if it names no web origin. */
    static Optional<RequestOrigin> parse(String header) {
        try {
            URI uri = new URI(header);
            String scheme = uri.getScheme();
            boolean bare = uri.getRawPath() == null || uri.getRawPath().isEmpty();
            if (scheme == null || uri.getHost() == null || uri.getRawUserInfo() != null || !bare) {
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

    boolean sameHostAs(RequestOrigin other) {
        return equals(other);
    }

    private static int usualAsNone(String scheme, int port) {
        int usual = scheme.equalsIgnoreCase("https") ? 443 : 80;
        return port == usual ? USUAL : port;
    }
}
