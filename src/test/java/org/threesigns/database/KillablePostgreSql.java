package org.threesigns.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
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
    private EmbeddedPostgres server;

    /** @param folder holds no database yet */
    public KillablePostgreSql(Path folder) {
        this.folder = folder;
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
        List<ProcessHandle> all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    /** Starts it again, on the same port, after {@link #kill()}. */
    public void startAgain() {
        close(); // releases the folder
        server = start(port());
    }

    /** All its processes stand still: connections are taken and nothing answers. */
    public void halt() {
        signal("STOP");
    }

    /** They go on as if nothing had been. */
    public void goOn() {
        signal("CONT");
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
            return (port == 0 ? builder : builder.setPort(port)).start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    private List<ProcessHandle> processes() {
        try {
            long pid = Long.parseLong(
                    Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
            return ProcessHandle.of(pid).stream()
                    .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void signal(String name) {
        List<String> command = Stream.concat(
                        Stream.of("kill", "-" + name),
                        processes().stream().map(process -> Long.toString(process.pid())))
                .toList();
        try {
            int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (exit != 0) {
                throw new IllegalStateException(command + " ended with " + exit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
