package org.threesigns.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A server of one test alone, with fsync on, that can be killed with all its processes, started again on the same
 * files, and brought to a halt without being stopped.
 */
public final class KillablePostgreSql implements AutoCloseable {

    private static final String DATABASE = "three_signs";

    static {
        // It would tell, with a stack trace, that it cannot stop a server that was killed on purpose.
        ((Logger) LoggerFactory.getLogger(EmbeddedPostgres.class)).setLevel(Level.OFF);
    }

    private final Path folder;
    private final Map<String, String> settings;
    private EmbeddedPostgres server;

    /** @param folder holds no database yet */
    public KillablePostgreSql(Path folder) {
        this(folder, Map.of());
    }

    /** @param settings as in postgresql.conf */
    public KillablePostgreSql(Path folder, Map<String, String> settings) {
        this.folder = folder;
        this.settings = settings;
        this.server = start(0);
        new JdbcTemplate(server.getPostgresDatabase()).execute("create database " + DATABASE);
    }

    public String url() {
        return "jdbc:postgresql://localhost:%d/%s".formatted(port(), DATABASE);
    }

    public int port() {
        return server.getPort();
    }

    public JdbcTemplate jdbc() {
        return new JdbcTemplate(server.getDatabase(PostgreSqlServer.USER, DATABASE));
    }

    /** All its processes end now, as when the machine's operating system kills them. */
    public void kill() {
        halt(); // or one that has just been started would live on
        List<ProcessHandle> all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    /** Starts it again, on the same port, after {@link #kill()}. */
    public void startAgain() {
        close(); // releases the folder
        server = start(port());
    }

    /**
     * All its processes stand still: connections are taken and nothing answers.
     *
     * <p>The one that starts the others is first to stand still. Otherwise a connection that is opened meanwhile would
     * get a process that nobody has stopped, and would be answered.
     */
    public void halt() {
        signal("STOP", Stream.of(postmaster()));
        Awaitility.await().until(this::postmasterStandsStill);
        signal("STOP", postmaster().descendants());
    }

    /** They go on as if nothing had been. */
    public void goOn() {
        signal("CONT", processes().stream());
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbeddedPostgres start(int port) {
        try {
            var builder = EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setServerConfig("fsync", "on")
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD);
            settings.forEach(builder::setServerConfig);
            return (port == 0 ? builder : builder.setPort(port)).start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    private List<ProcessHandle> processes() {
        ProcessHandle postmaster = postmaster();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    }

    private ProcessHandle postmaster() {
        try {
            String pid = Files.readAllLines(folder.resolve("postmaster.pid")).get(0);
            return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean postmasterStandsStill() {
        return run(List.of("ps", "-o", "stat=", "-p", Long.toString(postmaster().pid())))
                .startsWith("T");
    }

    private static void signal(String name, Stream<ProcessHandle> processes) {
        // It fails where one has ended by itself meanwhile, which is no matter here.
        run(Stream.concat(Stream.of("kill", "-" + name), processes.map(process -> Long.toString(process.pid())))
                .toList());
    }

    private static String run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
