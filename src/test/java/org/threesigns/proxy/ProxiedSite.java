package org.threesigns.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threesigns.SelfSignedCertificate;

/** What people do on a site, through a proxy and at a public address that the application was never told. */
final class ProxiedSite {

    private static final String QUESTIONNAIRE = "/en/check/three-signs";
    private static final String PASSWORD = "seven lamps under a bridge";
    private static final List<String> DOWNLOADS = List.of(
            "/admin/aggregates.csv",
            "/admin/aggregates.json",
            "/admin/codebook.csv",
            "/admin/export/responses.csv",
            "/admin/export/responses.R",
            "/admin/export/responses.sps");
    private static final Pattern KEY_LINK = Pattern.compile("class=\"key-link\">([^<]+)<");

    private final URI address;
    private final String prefix;
    private final SelfSignedCertificate certificate;

    ProxiedSite(URI address, String prefix, SelfSignedCertificate certificate) {
        this.address = address;
        this.prefix = prefix;
        this.certificate = certificate;
    }

    Visit visit() {
        return new Visit(address, prefix, certificate);
    }

    /** From the start page to a result, its change and its end; with what browsers say of where a form was. */
    void respondentsWay() {
        Visit visit = visit().naming(address.toString());
        assertThat(visit.follow(visit.open("/")).answer().statusCode()).isEqualTo(200);
        assertThat(visit.crawl("/en", "/"))
                .contains("/en/method", "/es/privacy", QUESTIONNAIRE)
                .anyMatch(path -> path.startsWith("/assets/app-"));

        String result = send(visit, QUESTIONNAIRE, QUESTIONNAIRE);
        assertThat(visit.crawl(result, result))
                .contains(result + "/result.json", result + "/sheet", result + "/change", result + "/shares");
        assertThat(send(visit, result + "/change", result + "/change")).isEqualTo(result);

        SitePage shared = visit.send(result + "/shares", Map.of("sign", "distance", "days", "7"));
        assertThat(KEY_LINK.matcher(shared.answer().body()).results().map(link -> link.group(1)))
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith(address + prefix + "/en/shared/");

        SitePage gone = visit.send(result + "/delete", Map.of("really", "for-good"));
        assertThat(visit.follow(gone).answer().statusCode()).isEqualTo(200);
        assertThat(visit.open(result).answer().statusCode()).isEqualTo(404);
    }

    private static String send(Visit visit, String form, String to) {
        SitePage answer = visit.send(to, visit.open(form).filledIn());
        assertThat(answer.answer().statusCode()).isEqualTo(303);
        assertThat(visit.follow(answer).answer().statusCode()).isEqualTo(200);
        return visit.inside(answer.location());
    }

    /** Makes an administrator's account, by an invitation from a signed-in one. */
    Visit invite(Visit colleague, String name) {
        SitePage invitation =
                colleague.fillIn("/admin/accounts/new", Map.of("username", name, "role", "ADMINISTRATOR"));
        assertThat(invitation.answer().statusCode()).isEqualTo(200);

        String link = KEY_LINK.matcher(invitation.answer().body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow();
        assertThat(link).startsWith(address + prefix + "/admin/new-password/");

        Visit invited = visit();
        String path = invited.inside(URI.create(link).getPath());
        invited.follow(invited.fillIn(path, Map.of("password", PASSWORD, "repeated", PASSWORD)));
        return invited;
    }

    /** From the invitation to the downloads, and to the page that asks for a passkey. */
    void administratorsWay(String colleague, String name, JdbcClient database) {
        Visit signedIn = visit();
        assertThat(signIn(signedIn, colleague)).isEqualTo("/admin");
        Visit visit = invite(signedIn, name);
        assertThat(signIn(visit, name)).isEqualTo("/admin");
        assertThat(visit.crawl("/admin", "/admin"))
                .containsAll(DOWNLOADS)
                .contains("/admin/codebook", "/admin/accounts/new", "/admin/audit", "/admin/passkeys");

        addPasskey(name, database);
        assertThat(signIn(visit(), name)).isEqualTo("/admin/sign-in/passkey");
    }

    private static String signIn(Visit visit, String name) {
        SitePage answer = visit.fillIn("/admin/sign-in", Map.of("username", name, "password", PASSWORD));
        assertThat(visit.follow(answer).answer().statusCode()).isEqualTo(200);
        return visit.inside(answer.location());
    }

    /** One that no authenticator has: here it matters only that it is asked for. */
    private static void addPasskey(String name, JdbcClient database) {
        database.sql("""
                        insert into admin_passkey (id, account_id, name, credential_id, public_key, attestation, transports,
                            signature_count, user_verified, backup_eligible, backed_up, added_on)
                        select random_uuid(), id, 'key', :credential, :credential, :credential, '', 0, true, false, false, current_date
                        from admin_account where username = :name""")
                .param("credential", name.getBytes(UTF_8))
                .param("name", name)
                .update();
    }
}
