package org.threesigns.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.threesigns.SelfSignedCertificate;
import org.threesigns.accounts.TestBrowser;

/** One person's way through the site, as a browser at its public address makes it. */
final class Visit {

    private final URI site;
    private final String prefix;
    private final TestBrowser browser;

    /**
     * @param site where the site is, without a path
     * @param prefix the path that the whole site is below; empty if there is none
     */
    Visit(URI site, String prefix, SelfSignedCertificate certificate) {
        this.site = site;
        this.prefix = prefix;
        this.browser = new TestBrowser(
                site, HttpClient.newBuilder().sslContext(certificate.trusted()).build());
    }

    /** As browsers do that know no {@code Sec-Fetch-Site}. */
    Visit naming(String origin) {
        browser.withHeader("Origin", origin);
        return this;
    }

    /** @param path inside the site */
    SitePage open(String path) {
        return checked(new SitePage(browser.get(prefix + path)));
    }

    SitePage follow(SitePage redirect) {
        assertThat(redirect.location()).as("a redirect names no host").startsWith(prefix + "/");
        return checked(new SitePage(browser.get(redirect.location())));
    }

    SitePage send(String path, Map<String, String> fields) {
        return checked(new SitePage(browser.post(prefix + path, fields)));
    }

    /** Sends the form of a page of administrators. */
    SitePage fillIn(String path, Map<String, String> fields) {
        return checked(new SitePage(browser.fillIn(prefix + path, fields)));
    }

    /** What a path that the site gave is inside the site. */
    String inside(String path) {
        assertThat(path).startsWith(prefix + "/");
        return path.substring(prefix.length());
    }

    /** Opens a page and all that it leads to below this path; says which paths inside the site there are. */
    Set<String> crawl(String start, String below) {
        Set<String> seen = new TreeSet<>(Set.of(start));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            SitePage page = open(open.pop());
            assertThat(page.answer().statusCode())
                    .as(page.answer().uri().getPath())
                    .isLessThan(400);
            page.links()
                    .filter(this::isOwn)
                    .filter(address -> inside(address.getPath()).startsWith(below))
                    .filter(address -> seen.add(inside(address.getPath())))
                    .forEach(address -> open.push(inside(address.getRawPath()) + query(address)));
        }
        return seen;
    }

    private static String query(URI address) {
        return address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    }

    /** Whatever leads to this host stays inside the site. */
    private SitePage checked(SitePage page) {
        assertThat(Stream.concat(page.links(), page.forms()).filter(this::isOwn))
                .as("addresses in %s", page.answer().uri())
                .allMatch(address -> address.getPath().startsWith(prefix + "/"));
        return page;
    }

    private boolean isOwn(URI address) {
        return site.getHost().equals(address.getHost());
    }
}
