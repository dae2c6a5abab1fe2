package org.threesigns.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Gives each application context a folder of its own, under the build's, before the application looks at its own. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class FreshH2File implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** A folder that holds no database yet. */
    public static Path folder() {
        return Path.of("target", "test-databases", UUID.randomUUID().toString()).toAbsolutePath();
    }

    /** Makes this version's tables, without the application, in the file of this JDBC URL. */
    public static void makeTables(String url) {
        // It would warn that H2 is newer than it has tried, as long as no application has set the levels.
        ((Logger) LoggerFactory.getLogger("org.flywaydb")).setLevel(Level.ERROR);
        Flyway.configure()
                .dataSource(url, "sa", "")
                .placeholders(Map.of("key-from-token-hash", "cast(substring(token_hash from 1 for 16) as uuid)"))
                .load()
                .migrate();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("three-signs.data=" + folder()).applyTo(context);
    }
}
