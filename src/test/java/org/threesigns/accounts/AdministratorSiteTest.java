package org.threesigns.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.threesigns.startup.StartupException;

class AdministratorSiteTest {

    @ParameterizedTest
    @CsvSource({
        "https://signs.example.org, https://signs.example.org, signs.example.org",
        "HTTPS://Signs.Example.ORG/, https://signs.example.org, signs.example.org",
        "https://signs.example.org:443, https://signs.example.org, signs.example.org",
        "https://signs.example.org:8443, https://signs.example.org:8443, signs.example.org",
        "https://intranet, https://intranet, intranet",
        "http://localhost:9000, http://localhost:9000, localhost"
    })
    void whatTheHostSaysIsTheOneOriginAndItsNameTheRelyingParty(String given, String origin, String host) {
        AdministratorSite site = administratorSite(given, new MockEnvironment());

        assertThat(site.address()).isEqualTo(origin);
        assertThat(site.origins()).containsExactly(origin);
        assertThat(site.host()).isEqualTo(host);
        assertThat(site.isGiven()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "signs.example.org",
                "http://signs.example.org",
                "https://192.0.2.7",
                "https://[2001:db8::1]",
                "https://signs.example.org/admin",
                "https://signs.example.org?x",
                "https://ada@signs.example.org",
                "https://bücher.example",
                "ftp://localhost",
                "https://",
                "*"
            })
    void whatIsNoAddressOfASiteIsRefusedAtTheStart(String given) {
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> administratorSite(given, new MockEnvironment()))
                .withMessageContaining(given)
                .satisfies(refused -> assertThat(refused.remedy()).contains("https://signs.example.org"));
    }

    @Test
    void whereTheHostSaysNothingItIsTheMachineItselfWhateverARequestSays() {
        AdministratorSite site = administratorSite("", new MockEnvironment().withProperty("local.server.port", "8123"));
        MockHttpServletRequest forged = new MockHttpServletRequest();
        forged.setServerName("evil.example");

        assertThat(site.isAt(forged)).isFalse();
        assertThat(site.isGiven()).isFalse();
        assertThat(site.host()).isEqualTo("localhost");
        assertThat(site.origins()).isEqualTo(Set.of("http://localhost:8123", "https://localhost:8123"));
    }

    private static AdministratorSite administratorSite(String site, MockEnvironment environment) {
        return new AdministratorSite(
                new AccountProperties(
                        null, new AccountProperties.Administrators(site, Duration.ofHours(10), Duration.ofDays(365))),
                environment);
    }
}
