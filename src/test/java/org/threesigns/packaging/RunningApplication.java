package org.threesigns.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application as a process of its own, on a free port. */
public final class RunningApplication implements AutoCloseable {

    private static final Pattern SITE = Pattern.compile("Site: http://localhost:(\\d+)/");
    private static final String LAST_LINE_OF_THE_START = "To stop: ";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final List<String> output = new ArrayList<>();
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(Redirect.NORMAL).build();

    private RunningApplication(Process process) {
        this.process = process;
    }

    /**
     * Starts {@code command} in {@code folder} and returns once it listens and has printed all that a start ends with.
     *
     * @throws IllegalStateException with the output, where it ends or does not come to that in time
     */
    public static RunningApplication start(Path folder, List<String> command, Map<String, String> environment) {
        RunningApplication application = launch(folder, command, environment);
        application.awaitPort();
        return application;
    }

    /** Starts {@code command} in {@code folder} and returns at once; it may be a command that never listens. */
    public static RunningApplication launch(Path folder, List<String> command, Map<String, String> environment) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("SERVER_PORT", "0");
        try {
            RunningApplication application = new RunningApplication(builder.start());
            application.readInBackground();
            return application;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readInBackground() {
        Thread reader = new Thread(this::readOutput, "output of " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    private void awaitPort() {
        try {
            port.get(PATIENCE.toSeconds(), SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw new IllegalStateException("It did not start:\n" + output(), e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void readOutput() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                note(line);
            }
            port.completeExceptionally(new IllegalStateException("The process ended"));
        } catch (IOException e) {
            port.completeExceptionally(e);
        }
    }

    private synchronized void note(String line) {
        output.add(line);
        if (line.contains(LAST_LINE_OF_THE_START)) {
            Matcher site = SITE.matcher(output());
            if (site.find()) {
                port.complete(Integer.valueOf(site.group(1)));
            }
        }
    }

    public int port() {
        return port.join();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    public synchronized String output() {
        return String.join("\n", output);
    }

    public HttpResponse<String> get(String path) {
        URI address = URI.create("http://localhost:" + port() + path);
        try {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks it to end, as a host does, and waits for that; returns the exit code. */
    public int stop() {
        process.destroy();
        return awaitEnd();
    }

    /** Ends it at once, without asking, and waits for that. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Waits for it to end by itself; returns the exit code. */
    public int awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), SECONDS)) {
                throw new IllegalStateException("It did not end:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
