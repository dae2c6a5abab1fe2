package org.threesigns.operations;

import java.nio.file.Path;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Moves everything from the embedded file of another installation if {@code three-signs.move-from} is set: after the tables
 * are created, and before anything else reads them.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("three-signs.move-from")
@EnableConfigurationProperties(OperationsProperties.class)
class TransferConfiguration {

    @Bean
    FlywayMigrationStrategy moveAfterMigration(OperationsProperties properties) {
        Path folder = Objects.requireNonNull(properties.moveFrom());
        return flyway -> {
            flyway.migrate();
            var transfer = new Transfer(folder, flyway.getConfiguration().getDataSource());
            Heartbeat.during(
                    () -> {
                        transfer.run();
                        return folder;
                    },
                    () -> "moving " + folder);
        };
    }
}
