package org.threesigns.durability;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;
import org.threesigns.database.KillablePostgreSql;
import org.threesigns.database.PostgreSqlServer;
import org.threesigns.packaging.Java;
import org.threesigns.packaging.RunningApplication;

/** A folder or a server with the data of a site, which outlives the processes that serve it. */
final class Site implements AutoCloseable {

    private static final String H2 = ";WRITE_DELAY=500;LOCK_TIMEOUT=5000;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Engine engine;
    private final Path folder;
    private final Optional<KillablePostgreSql> server;
    private final List<RunningApplication> started = new ArrayList<>();

    private Site(Engine engine, Path folder, Optional<KillablePostgreSql> server) {
        this.engine = engine;
        this.folder = folder;
        this.server = server;
    }

    static Site on(Engine engine, Path folder) {
        return on(engine, folder, Map.of());
    }

    /** @param settings of the server, if there is one */
    static Site on(Engine engine, Path folder, Map<String, String> settings) {
        return new Site(
                engine,
                folder,
                engine == Engine.H2
                        ? Optional.empty()
                        : Optional.of(new KillablePostgreSql(folder.resolve("server"), settings)));
    }

    Engine engine() {
        return engine;
    }

    /** The folder of the embedded file. */
    Path data() {
        return folder.resolve("data");
    }

    KillablePostgreSql server() {
        return server.orElseThrow();
    }

    /** Starts the application and waits until it serves. */
    RunningApplication start(String... arguments) {
        return start(Map.of(), arguments);
    }

    RunningApplication start(Map<String, String> more, String... arguments) {
        return endingWithThis(RunningApplication.start(folder, Java.application(arguments), environment(more)));
    }

    /** Starts the application, or one of its commands, and does not wait. */
    RunningApplication launch(String... arguments) {
        return endingWithThis(RunningApplication.launch(folder, Java.application(arguments), environment(Map.of())));
    }

    private RunningApplication endingWithThis(RunningApplication application) {
        started.add(application);
        return application;
    }

    private Map<String, String> environment(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        server.ifPresent(running -> environment.putAll(Map.of(
                "SPRING_PROFILES_ACTIVE",
                "postgresql",
                "SPRING_DATASOURCE_URL",
                running.url(),
                "SPRING_DATASOURCE_USERNAME",
                PostgreSqlServer.USER)));
        return environment;
    }

    String url() {
        return server.map(KillablePostgreSql::url).orElse("jdbc:h2:file:" + data().resolve("three-signs") + H2);
    }

    String user() {
        return server.isPresent() ? PostgreSqlServer.USER : "sa";
    }

    /** The tables themselves; the embedded file opens only while no process serves it. */
    JdbcTemplate jdbc() {
        return new JdbcTemplate(new DriverManagerDataSource(url(), user(), ""));
    }

    /** Whether the server is there. */
    boolean answers() {
        try {
            jdbc().execute("select 1");
            return true;
        } catch (DataAccessException e) {
            return false;
        }
    }

    int rows() {
        return jdbc().queryForList("select 1 from assessment").size();
    }

    /** As before the first start. */
    void empty() throws IOException {
        if (server.isPresent()) {
            jdbc().execute("drop schema public cascade");
            jdbc().execute("create schema public");
        } else {
            FileSystemUtils.deleteRecursively(data());
        }
    }

    /** Waits until its output has this so many times and once more, or it has ended. */
    static void awaitOutput(RunningApplication application, String text, int times) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> !application.isRunning() || application.output().split(text, -1).length - 1 > times);
    }

    @Override
    public void close() {
        started.forEach(RunningApplication::close);
        server.ifPresent(KillablePostgreSql::close);
    }
}
