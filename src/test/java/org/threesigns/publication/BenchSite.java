package org.threesigns.publication;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.context.WebApplicationContext;
import org.threesigns.ThreeSignsApplication;

/**
 * The whole application with a database of its own, for measurements; several may stand side by side. The engine is the
 * one that {@code -Dengine=} names: {@code h2} or {@code postgresql}.
 */
final class BenchSite implements AutoCloseable {

    static final String ENGINE = System.getProperty("engine", "h2");

    private final Path folder;
    private final List<Closeable> open = new ArrayList<>();
    private final ConfigurableApplicationContext application;
    private final MockMvc mvc;
    private @Nullable DataSource patient;

    /** @param without beans of the application that it lacks, so that their cost shows */
    BenchSite(String... without) {
        try {
            folder = Files.createTempDirectory(Path.of("target"), "bench-");
            application = start(without);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.add(0, application);
        mvc = MockMvcBuilders.webAppContextSetup((WebApplicationContext) application)
                .apply(springSecurity())
                .build();
    }

    private ConfigurableApplicationContext start(String... without) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--three-signs.statistics.publish=false",
                "--three-signs.robots.results-per-hour=1000000000",
                "--three-signs.instruments=src/test/resources/reference/instruments",
                "--logging.level.root=warn",
                "--spring.main.banner-mode=off"));
        if (ENGINE.equals("postgresql")) {
            arguments.addAll(postgreSql());
        } else {
            arguments.add("--three-signs.data=" + folder.resolve("data").toAbsolutePath());
        }
        return new SpringApplicationBuilder(ThreeSignsApplication.class)
                .initializers(context -> context.addBeanFactoryPostProcessor(
                        beans -> List.of(without).forEach(((BeanDefinitionRegistry) beans)::removeBeanDefinition)))
                .run(arguments.toArray(String[]::new));
    }

    /** A server as a host would set it up: a quarter of the memory of a small machine, and room for its log. */
    private List<String> postgreSql() throws IOException {
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgresql"))
                .setServerConfig("fsync", "on")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .setPGStartupWait(Duration.ofMinutes(1))
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .start();
        open.add(server);
        patient = new DriverManagerDataSource(server.getJdbcUrl("postgres", "postgres"));
        return List.of(
                "--spring.profiles.active=postgresql",
                "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres");
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    /** For statements that take longer than the application waits for an answer. */
    JdbcTemplate patientJdbc() {
        return new JdbcTemplate(Objects.requireNonNullElseGet(patient, () -> bean(DataSource.class)));
    }

    int port() {
        return Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** How many nanoseconds it takes until an administrator has the whole answer, through every filter and the template. */
    long open(String address) {
        long start = System.nanoTime();
        answer(address);
        return System.nanoTime() - start;
    }

    /** How many bytes an administrator gets. */
    int size(String address) {
        return answer(address).length;
    }

    private byte[] answer(String address) {
        try {
            var answer = mvc.perform(get(address).with(user("ann").roles("ADMINISTRATOR")))
                    .andReturn()
                    .getResponse();
            byte[] body = answer.getContentAsByteArray();
            if (answer.getStatus() != 200 || body.length < 1000) {
                throw new IllegalStateException(address + ": " + answer.getStatus());
            }
            return body;
        } catch (IllegalStateException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(address, e);
        }
    }

    @Override
    public void close() throws IOException {
        for (Closeable each : open) {
            each.close();
        }
        FileSystemUtils.deleteRecursively(folder);
    }
}
