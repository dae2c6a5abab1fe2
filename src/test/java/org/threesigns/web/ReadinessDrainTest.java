package org.threesigns.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.threesigns.startup.StartupException;

/** What it does to a running copy is in {@code CopiesIT}. */
class ReadinessDrainTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void endsBeforeTheServerBeginsToEnd() {
        assertThat(drain(Duration.ZERO).getPhase()).isGreaterThan(WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1S", "PT20S", "PT1H"})
    void aTimeThatCouldNotBeKeptIsRefusedAtTheStart(Duration drainsFor) {
        assertThatThrownBy(() -> drain(drainsFor))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("three-signs.stop.drains-for");
    }

    private static ReadinessDrain drain(Duration drainsFor) {
        var properties = new WebProperties(URI.create("https://example.org/"), new WebProperties.Stop(drainsFor));
        return new ReadinessDrain(properties, PATIENCE);
    }
}
