package org.threesigns.operations;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Moves everything from the embedded file of another installation if {@code three-signs.move-from} is set: after the tables
 * are created, and before anything else reads them.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("three-signs.move-from")
class TransferConfiguration {

    @Bean
    FlywayMigrationStrategy moveAfterMigration(@Value("${three-signs.move-from}") Path folder) {
        return flyway -> {
            flyway.migrate();
            new Transfer(folder, flyway.getConfiguration().getDataSource()).run();
        };
    }
}
