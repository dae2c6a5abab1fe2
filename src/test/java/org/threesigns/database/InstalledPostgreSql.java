package org.threesigns.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A server of the PostgreSQL that is installed on this machine, as Debian does: the embedded one has no programs for backups. */
public final class InstalledPostgreSql implements AutoCloseable {

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    /** PostgreSQL refuses to run as root, but not in a namespace where root has no name. */
    private static final String AS_SOMEBODY = "$([ \"$(id -u)\" -ne 0 ] || echo unshare --user) ";

    private final Path programs;
    private final Path folder;
    private final int port;

    private InstalledPostgreSql(Path programs, Path folder) throws IOException {
        this.programs = programs;
        this.folder = folder;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        run(AS_SOMEBODY + "initdb --pgdata=data --username=postgres --auth=trust --encoding=UTF8 --locale=C --no-sync");
        run(AS_SOMEBODY + "pg_ctl start --pgdata=data --wait --log=log"
                + " --options='-c listen_addresses=localhost -c unix_socket_directories= -c fsync=off'");
    }

    /**
     * Starts one; empty where none is installed, or this user may not run it.
     *
     * @param folder an empty one, in which its files and the scripts' are
     */
    public static Optional<InstalledPostgreSql> start(Path folder) throws IOException {
        Optional<Path> programs = programs();
        return programs.isEmpty() || !mayRun()
                ? Optional.empty()
                : Optional.of(new InstalledPostgreSql(programs.get(), folder));
    }

    /** Root may not make a namespace in every container. */
    private static boolean mayRun() throws IOException {
        Process attempt = new ProcessBuilder("bash", "-c", AS_SOMEBODY + "true").start();
        return attempt.onExit().join().exitValue() == 0;
    }

    private static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
                    .max(Comparator.naturalOrder());
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(port, database);
    }

    /**
     * Runs a script as the server's administrator.
     *
     * @throws IllegalStateException with what was said, if a command in it fails
     */
    public void run(String script) throws IOException {
        ProcessBuilder shell = new ProcessBuilder("bash", "-e", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        shell.environment().merge("PATH", programs.toString(), (path, ours) -> ours + ":" + path);
        shell.environment().put("PGHOST", "localhost");
        shell.environment().put("PGPORT", Integer.toString(port));
        shell.environment().put("PGUSER", "postgres");
        if (shell.start().onExit().join().exitValue() != 0) {
            throw new IllegalStateException(script + "\n" + Files.readString(folder.resolve("said"), UTF_8));
        }
    }

    @Override
    public void close() throws IOException {
        run(AS_SOMEBODY + "pg_ctl stop --pgdata=data --mode=fast");
    }
}
