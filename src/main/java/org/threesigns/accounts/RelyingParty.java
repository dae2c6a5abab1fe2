package org.threesigns.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.threesigns.startup.StartupException;
import org.threesigns.web.RequestOrigin;

/**
 * Where administrators open the site. The host says it ({@code three-signs.administrators.site}). Passkeys are made for this one
 * address and taken from it, never for one in a request, whose sender may write any name into it: where the host says nothing,
 * they work on the machine itself, at {@code localhost} and the port of this process.
 */
@Component
@EnableConfigurationProperties(AccountProperties.class)
class RelyingParty {

    private static final String SETTING = "three-signs.administrators.site";
    private static final String LOCALHOST = "localhost";

    /** Passkeys are bound to a name: browsers make none for a number, and a number may be somebody else's tomorrow. */
    private static final Pattern HOST_NAME = Pattern.compile("(?:[a-z0-9_-]+\\.)*[a-z][a-z0-9-]*");

    private final String given;
    private final String host;
    private final Environment environment;

    RelyingParty(AccountProperties properties, Environment environment) {
        String site = Objects.requireNonNullElse(properties.administrators().site(), "")
                .strip();
        this.given = site.isEmpty() ? "" : origin(site);
        this.host = this.given.isEmpty() ? LOCALHOST : URI.create(this.given).getHost();
        this.environment = environment;
    }

    /** Whether the host has said where the site is. */
    public boolean isGiven() {
        return !given.isEmpty();
    }

    /** The site's address, such as {@code https://signs.example.org}, without a path. */
    public String address() {
        return isGiven() ? given : "http://" + LOCALHOST + ":" + port();
    }

    /** Where a link that is made for this request leads to: what the host has said, or else where the request was sent. */
    String addressFor(HttpServletRequest request) {
        return isGiven() ? given : RequestOrigin.of(request).address(request.getScheme());
    }

    /** Whether a request came in at the site's own name; for words on a page, and for nothing else. */
    public boolean isAt(HttpServletRequest request) {
        return request.getServerName().equalsIgnoreCase(host);
    }

    /** The name that passkeys are bound to. */
    String host() {
        return host;
    }

    /** The origins that a browser may name as the page's own. */
    Set<String> origins() {
        return isGiven() ? Set.of(given) : Set.of(address(), "https://" + LOCALHOST + ":" + port());
    }

    private String port() {
        return environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
    }

    private static String origin(String given) {
        try {
            URI uri = new URI(given);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
            boolean bare = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            boolean noPath = Set.of("", "/").contains(String.valueOf(uri.getRawPath()));
            boolean secure = scheme.equals("https") || (scheme.equals("http") && host.equals(LOCALHOST));
            if (uri.getHost() != null
                    && bare
                    && noPath
                    && secure
                    && HOST_NAME.matcher(host).matches()) {
                return scheme + "://" + host + portOf(uri, scheme);
            }
        } catch (URISyntaxException e) {
            // Said below, like any other address that is none.
        }
        throw new StartupException(
                SETTING + " is \"" + given + "\", which is not the address of a site.",
                "Give it the address at which administrators open the site, as their browser shows it and without a"
                        + " path, for example https://signs.example.org; it has to be https, unless it is localhost.");
    }

    private static String portOf(URI uri, String scheme) {
        int usual = scheme.equals("https") ? 443 : 80;
        return uri.getPort() == -1 || uri.getPort() == usual ? "" : ":" + uri.getPort();
    }
}
