package org.threesigns.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.threesigns.SelfSignedCertificate;
import org.threesigns.accounts.QuickPasswords;
import org.threesigns.accounts.TestBrowser;
import org.threesigns.startup.StartupLine;

/** The whole site behind the nginx of {@code docs/nginx.conf}, at a port that nginx alone knows. */
class BehindNginxTests {

    private static final String FIRST = "ada";

    @Nested
    @SpringBootTest(
            webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
            properties = {
                "spring.datasource.url=jdbc:h2:mem:proxied;DB_CLOSE_DELAY=-1",
                "server.forward-headers-strategy=native"
            })
    class AtTheRoot extends Application {

        @Autowired
        AtTheRoot(@LocalServerPort int port, List<StartupLine> lines, JdbcClient database) {
            super(port, "", lines, database);
        }

        @ParameterizedTest
        @EnumSource(names = {"AS_DOCUMENTED", "OVER_HTTP_1_0", "TAKING_A_PREFIX_AWAY"})
        void everyAddressLeadsWhereTheSiteIs(HostsChange change) throws IOException {
            lead("localhost", change);
        }

        @Test
        void everyAddressLeadsWhereTheSiteIsOverIpv6() throws IOException {
            assumeTrue(Nginx.hasIpv6(), "This machine has no IPv6.");
            lead("[::1]", HostsChange.AS_DOCUMENTED);
        }
    }

    @Nested
    @SpringBootTest(
            webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
            properties = {
                "spring.datasource.url=jdbc:h2:mem:proxied-below;DB_CLOSE_DELAY=-1",
                "server.forward-headers-strategy=native",
                "server.servlet.context-path=/trust"
            })
    class BelowAPath extends Application {

        @Autowired
        BelowAPath(@LocalServerPort int port, List<StartupLine> lines, JdbcClient database) {
            super(port, "/trust", lines, database);
        }

        @Test
        void everyAddressLeadsWhereTheSiteIs() throws IOException {
            lead("localhost", HostsChange.BELOW_A_PATH);
        }

        @Test
        void whatMissesThePathIsLedBackToIt(@LocalServerPort int port) {
            var browser = new TestBrowser(port);

            assertThat(browser.get("/trust").headers().firstValue("Location")).hasValue("/trust/en");
            assertThat(browser.get("/elsewhere").body()).contains("href=\"/trust/\"");
        }
    }

    /** The application, full of made-up results, with one administrator. */
    @NeedsNginx
    @ActiveProfiles("demo")
    @Import(QuickPasswords.class)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Application {

        private final int port;
        private final String contextPath;
        private final List<StartupLine> lines;
        private final JdbcClient database;

        @TempDir
        private static Path folder;

        Application(int port, String contextPath, List<StartupLine> lines, JdbcClient database) {
            this.port = port;
            this.contextPath = contextPath;
            this.lines = lines;
            this.database = database;
        }

        @BeforeAll
        void makeTheFirstAdministrator() {
            var site = new ProxiedSite(URI.create("http://localhost:" + port), contextPath, certificate());
            Visit demo = site.visit();
            demo.follow(demo.open(signInLink()));
            // An account without a password, as that of a demo, invites nobody.
            database.sql("update admin_account set password_hash = 'none'").update();
            site.invite(demo, FIRST);
        }

        private static SelfSignedCertificate certificate() {
            return SelfSignedCertificate.in(folder);
        }

        private String signInLink() {
            return lines.stream()
                    .map(line -> line.text(""))
                    .filter(line -> line.startsWith("Administrators: "))
                    .map(line -> line.split(" ", -1)[1])
                    .findFirst()
                    .orElseThrow();
        }

        void lead(String host, HostsChange change) throws IOException {
            try (Nginx nginx = Nginx.start(folder, certificate(), port, change)) {
                var site = new ProxiedSite(
                        URI.create("https://" + host + ":" + nginx.port()), change.prefix(), certificate());
                site.respondentsWay();
                site.administratorsWay(FIRST, "eve-" + nginx.port(), database);
            }
        }
    }
}
