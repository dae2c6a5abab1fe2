package org.threesigns.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.threesigns.ThreeSignsApplication;
import org.threesigns.database.PostgreSqlServer;

@ExtendWith(OutputCaptureExtension.class)
class DatabaseEncodingCheckTests {

    @ParameterizedTest
    @ValueSource(strings = {"LATIN1", "SQL_ASCII"})
    void aDatabaseThatCannotHoldEveryCharacterStopsTheStartAndGetsNoTables(String encoding, CapturedOutput output) {
        String url = PostgreSqlServer.freshDatabaseIn(encoding);

        assertThatThrownBy(() -> SpringApplication.run(
                        ThreeSignsApplication.class,
                        "--server.port=0",
                        "--spring.profiles.active=postgresql",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + PostgreSqlServer.USER))
                .isInstanceOf(RuntimeException.class);

        assertThat(output)
                .contains("cannot hold every character: its encoding is " + encoding, "createdb --encoding=UTF8")
                .doesNotContain("\tat ");
        assertThat(Flyway.configure()
                        .dataSource(url, PostgreSqlServer.USER, "")
                        .load()
                        .info()
                        .applied())
                .isEmpty();
    }
}
