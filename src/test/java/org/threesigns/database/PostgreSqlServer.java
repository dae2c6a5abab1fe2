package org.threesigns.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;

/** One real server for all tests of this JVM, started by the first that asks and stopped with the JVM. */
public final class PostgreSqlServer {

    public static final String USER = "postgres";

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgreSqlServer() {}

    /** The JDBC URL of a new, empty database. */
    public static String freshDatabase() {
        return freshDatabase("");
    }

    /** As {@link #freshDatabase()}, in an encoding as PostgreSQL names it. */
    public static String freshDatabaseIn(String encoding) {
        return freshDatabase(" template template0 locale 'C' encoding " + encoding);
    }

    private static String freshDatabase(String options) {
        String name = "three_signs_" + DATABASES.incrementAndGet();
        admin().execute("create database " + name + options);
        return SERVER.getJdbcUrl(USER, name);
    }

    /** Makes this database as good as away: ends every connection to it and lets nobody in. */
    public static void refuse(String database) {
        admin().execute("alter database " + database + " allow_connections false");
        admin().execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database + "'");
    }

    /** Brings it back. */
    public static void accept(String database) {
        admin().execute("alter database " + database + " allow_connections true");
    }

    private static JdbcTemplate admin() {
        return new JdbcTemplate(SERVER.getPostgresDatabase());
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }
}
