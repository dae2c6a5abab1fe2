package org.threesigns.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
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
class AdministratorSite {

    private static final String SETTING = "three-signs.administrators.site";
    private static final String LOCALHOST = "localhost";

    /** Passkeys are bound to a name: browsers make none for a number, and a number may be somebody else's tomorrow. */
    private static final Pattern HOST_NAME = Pattern.compile("(?:[a-z0-9_-]+\\.)*[a-z][a-z0-9-]*");

    private final String given;
    private final String host;
    private final Environment environment;

    AdministratorSite(AccountProperties properties, Environment environment) {
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
        String scheme = given.split(":", 2)[0].toLowerCase(Locale.ROOT);
        return RequestOrigin.parse(given.replaceFirst("/$", ""))
                .filter(origin -> HOST_NAME.matcher(origin.host()).matches())
                .filter(origin -> scheme.equals("https") || origin.host().equals(LOCALHOST))
                .map(origin -> origin.address(scheme))
                .orElseThrow(() -> new StartupException(
                        SETTING + " is \"" + given + "\", which is not the address of a site.",
                        "Give it the address at which administrators open the site, as their browser shows it and without"
                                + " a path, for example https://signs.example.org; it has to be https, unless it is"
                                + " localhost."));
    }
}
