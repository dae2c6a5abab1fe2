package org.threesigns.proxy;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.threesigns.SelfSignedCertificate;

/** A running nginx with the servers that {@code docs/nginx.conf} has, on a free port with TLS. */
final class Nginx implements AutoCloseable {

    static final String HOW_TO_GET_IT =
            "Tests with nginx need it on the PATH: 'apt-get install nginx-light' on Debian.";

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Optional<Path> executable() {
        String folders = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(folders.split(":", -1)), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Whether this machine has what the documented server listens at as well. */
    static boolean hasIpv6() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .anyMatch(address -> address instanceof Inet6Address && address.isLoopbackAddress());
        } catch (SocketException e) {
            return false;
        }
    }

    /** Starts one in front of the application at this port of this machine. */
    static Nginx start(Path folder, SelfSignedCertificate certificate, int application, HostsChange change)
            throws IOException {
        int port = freePort();
        certificate.writePem(folder.resolve("site.pem"), folder.resolve("site.key"));
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(
                configuration, configuration(folder, adapted(change.in(documented()), folder, port, application)));
        Process process = new ProcessBuilder(
                        executable()
                                .orElseThrow(() -> new IllegalStateException(HOW_TO_GET_IT))
                                .toString(),
                        "-p",
                        folder.toString(),
                        "-c",
                        configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        var nginx = new Nginx(process, port);
        nginx.awaitStart(folder);
        return nginx;
    }

    private static String documented() throws IOException {
        return Files.readString(Path.of("docs/nginx.conf"));
    }

    /** The documented servers with what only this machine and this test can know. */
    private static String adapted(String servers, Path folder, int port, int application) throws IOException {
        return servers.replaceAll("(listen .*?)\\b443 ssl", "$1" + port + " ssl")
                .replaceAll(hasIpv6() ? "$^" : "(?m)^.*\\[::\\].*$", "")
                .replaceAll("(listen .*?)\\b80;", "$1" + freePort() + ";")
                .replaceAll("/etc/ssl/\\S+\\.pem;", folder.resolve("site.pem") + ";")
                .replaceAll("/etc/ssl/\\S+\\.key;", folder.resolve("site.key") + ";")
                .replace("/var/log/nginx", folder.toString())
                .replace("127.0.0.1:8080", "127.0.0.1:" + application);
    }

    private static String configuration(Path folder, String servers) {
        String user = System.getProperty("user.name").equals("root") ? "user root;" : "";
        return """
                %s
                daemon off;
                pid %s/pid;
                events {}
                http {
                  client_body_temp_path %2$s/body;
                  proxy_temp_path %2$s/proxy;
                  fastcgi_temp_path %2$s/fastcgi;
                  uwsgi_temp_path %2$s/uwsgi;
                  scgi_temp_path %2$s/scgi;
                %s
                }
                """.formatted(user, folder, servers);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private void awaitStart(Path folder) throws IOException {
        await().atMost(1, MINUTES).until(() -> !process.isAlive() || listens());
        if (!process.isAlive()) {
            throw new IllegalStateException("nginx does not start: " + Files.readString(folder.resolve("output")));
        }
    }

    private boolean listens() {
        try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return connection.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /** Ends it in order, so that its workers end as well. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
