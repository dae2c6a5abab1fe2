package org.threesigns.storage;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.threesigns.startup.StartupException;

/**
 * Refuses to start a demo or a preview on a database that keeps anything, before the first connection to it: nobody should
 * answer for real among made-up results, or find these among real ones.
 */
@Component
@Profile({"demo", "preview"})
class InMemoryDatabaseGuard implements BeanPostProcessor {

    private static final String IN_MEMORY = "jdbc:h2:mem:";

    private final boolean demo;

    InMemoryDatabaseGuard(Environment environment) {
        this.demo = environment.matchesProfiles("demo");
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DataSource && !isInMemory(bean)) {
            throw new StartupException(
                    "A %s keeps everything in memory, but the settings name another database."
                            .formatted(demo ? "demo" : "preview"),
                    "Leave out spring.datasource and other profiles; or, to run a site, leave out %s."
                            .formatted(demo ? "the profile demo" : "the preview"));
        }
        return bean;
    }

    private static boolean isInMemory(Object database) {
        @Nullable String url = database instanceof HikariDataSource pool ? pool.getJdbcUrl() : null;
        return url != null && url.startsWith(IN_MEMORY);
    }
}
