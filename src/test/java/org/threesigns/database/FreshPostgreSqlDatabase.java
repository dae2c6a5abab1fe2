package org.threesigns.database;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each application context an empty database of its own on {@link PostgreSqlServer}. */
public final class FreshPostgreSqlDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + PostgreSqlServer.freshDatabase(),
                        "spring.datasource.username=" + PostgreSqlServer.USER)
                .applyTo(context);
    }
}
