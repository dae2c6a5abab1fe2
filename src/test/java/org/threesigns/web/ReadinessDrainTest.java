package org.threesigns.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** What it does to a running copy is in {@code CopiesIT}. */
class ReadinessDrainTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void endsBeforeTheServerBeginsToEnd() {
        assertThat(new ReadinessDrain(Duration.ZERO, PATIENCE).getPhase())
                .isGreaterThan(WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1S", "PT20S", "PT1H"})
    void aTimeThatCouldNotBeKeptIsRefusedAtTheStart(Duration drainsFor) {
        assertThatThrownBy(() -> new ReadinessDrain(drainsFor, PATIENCE))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                .hasMessageContaining("three-signs.stop.drains-for");
    }
}
