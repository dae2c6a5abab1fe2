package org.threesigns.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The image's own commands, read from the Dockerfile and run in folders that stand for its stages. */
@EnabledForJreRange(min = JRE.JAVA_25, disabledReason = "The image runs on JDK 25, and so do its commands")
class DockerfileIT {

    private final Dockerfile dockerfile = Dockerfile.read();

    @TempDir
    private Path build;

    @TempDir
    private Path app;

    @TempDir
    private Path data;

    @Test
    void theImagesStepsGiveAnApplicationWhoseHealthCheckPasses() throws IOException, InterruptedException {
        Files.createDirectory(build.resolve("target"));
        Files.copy(
                Java.packagedJar(),
                build.resolve("target").resolve(Java.packagedJar().getFileName()));
        run(build, dockerfile.run("-Djarmode=tools"));
        for (String layer : dockerfile.copiedFrom("build")) {
            FileSystemUtils.copyRecursively(build.resolve(layer.replaceFirst("^/build/", "")), app);
        }
        run(app, dockerfile.run("-XX:AOTCacheOutput"));

        try (RunningApplication application = RunningApplication.start(app, entrypoint(), environment(Map.of()))) {
            assertThat(application.get("/").statusCode()).isEqualTo(200);
            assertThat(isHealthy(Map.of())).isTrue();
            assertThat(data.resolve("three-signs.mv.db")).exists();
            application
                    .output()
                    .lines()
                    .filter(line -> line.contains("Started "))
                    .forEach(System.out::println);

            application.stop();
            assertThat(isHealthy(Map.of())).isFalse();
        }

        Map<String, String> below = Map.of("SERVER_SERVLET_CONTEXT_PATH", "/trust");
        try (RunningApplication application = RunningApplication.start(app, entrypoint(), environment(below))) {
            assertThat(application.get("/trust/").statusCode()).isEqualTo(200);
            assertThat(isHealthy(below)).isTrue();
        }
    }

    private List<String> entrypoint() {
        List<String> command = dockerfile.entrypoint();
        assertThat(command).startsWith("java");
        return command.stream()
                .map(word -> word.equals("java") ? Java.command() : word)
                .toList();
    }

    /** The image's, but in folders of this test, and with an AOT cache that fits instead of one that is passed over. */
    private Map<String, String> environment(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(dockerfile.environment());
        assertThat(environment.put("THREESIGNS_DATA", data.toString())).isEqualTo("/data");
        assertThat(environment.put("PORTFILE", data.resolve("port").toString())).startsWith("/tmp/");
        environment.put("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on");
        environment.putAll(more);
        return environment;
    }

    /** The port is chosen by the system, and nobody tells the check. */
    private boolean isHealthy(Map<String, String> more) throws IOException, InterruptedException {
        ProcessBuilder check = new ProcessBuilder(dockerfile.healthCheck()).redirectErrorStream(true);
        check.environment().putAll(environment(more));
        return check.start().waitFor() == 0;
    }

    private static void run(Path folder, String command) throws IOException, InterruptedException {
        File output = File.createTempFile("output", ".txt", folder.toFile());
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output);
        shell.environment().merge("PATH", Java.folderOfCommands().toString(), (path, ours) -> ours + ":" + path);
        Process process = shell.start();

        assertThat(process.waitFor(5, MINUTES)).as(command).isTrue();
        assertThat(process.exitValue())
                .as("%s%n%s", command, Files.readString(output.toPath(), UTF_8))
                .isZero();
    }
}
