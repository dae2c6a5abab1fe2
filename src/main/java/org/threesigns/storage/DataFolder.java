package org.threesigns.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.threesigns.startup.StartupException;

/**
 * The folder of the embedded database: makes its path absolute, as H2 takes no other, and stops startup at a folder or
 * file that H2 would fail at without plain words, or take for a new database where it has lost its content. With another
 * database, it holds the exports on their way to a reader, and startup says if there can be none.
 */
class DataFolder implements EnvironmentPostProcessor, ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final String DEFAULT = "./data";
    static final String FILE = "three-signs.mv.db";

    private static final String SETTING = "three-signs.data";
    private static final String HEADER = "H:2,";
    private static final Logger log = LoggerFactory.getLogger(DataFolder.class);

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String folder = environment.getProperty(SETTING, DEFAULT);
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "dataFolder",
                        Map.of(
                                SETTING,
                                Path.of(folder).toAbsolutePath().normalize().toString())));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String folder = context.getEnvironment().getProperty(SETTING, DEFAULT);
        String url = context.getEnvironment().getProperty("spring.datasource.url", "");
        if (FileMigration.isOf(url, folder)) {
            Path file = Path.of(folder, FILE);
            requireUsable(Path.of(folder));
            requireDatabase(file);
            if (Files.exists(file)) {
                new EmbeddedFile(Path.of(folder)).requireWholeAndMark();
            }
            if (!context.getEnvironment().containsProperty("three-signs.move-from")) {
                DriverManagerDataSource direct = direct(context.getEnvironment(), url);
                FlywayMigrationStrategy strategy = flyway -> new FileMigration(file, flyway, direct).run();
                context.getBeanFactory().registerSingleton("migrationOfTheFile", strategy);
            }
        } else if (!isUsable(Path.of(folder))) {
            log.warn(
                    "Exports of responses will fail: the folder {} cannot be written. Let this user write there, or choose"
                            + " another folder with three-signs.data.",
                    folder);
        }
    }

    private static DriverManagerDataSource direct(ConfigurableEnvironment environment, String url) {
        return new DriverManagerDataSource(
                url,
                environment.getProperty("spring.datasource.username", ""),
                environment.getProperty("spring.datasource.password", ""));
    }

    private static void requireUsable(Path folder) {
        if (!isUsable(folder)) {
            throw new StartupException(
                    "The data folder cannot be written: %s".formatted(folder),
                    "Let this user write there, or choose another folder with three-signs.data.");
        }
    }

    private static boolean isUsable(Path folder) {
        Path existing = existing(folder);
        return existing != null && Files.isDirectory(existing) && Files.isWritable(existing);
    }

    /** The folder, or what there is of the way to it: the rest is made at the first start. */
    private static @Nullable Path existing(Path folder) {
        Path path = folder.toAbsolutePath();
        while (path != null && !Files.exists(path)) {
            path = path.getParent();
        }
        return path;
    }

    private static void requireDatabase(Path file) {
        if (!Files.exists(file) || startsWithHeader(file)) {
            return;
        }
        throw new StartupException(
                "The database file is empty, broken, or not one of Three Signs: %s".formatted(file),
                "Restore it from a backup, or choose another folder with three-signs.data.");
    }

    private static boolean startsWithHeader(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return new String(content.readNBytes(HEADER.length()), US_ASCII).equals(HEADER);
        } catch (IOException e) {
            throw new StartupException(
                    "The database file cannot be read: %s".formatted(file),
                    "Let this user read and write it, or choose another folder with three-signs.data.");
        }
    }
}
