package org.threesigns.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.threesigns.ThreeSignsApplication;
import org.threesigns.database.InstalledPostgreSql;
import org.threesigns.respondent.Respondent;

/** The commands for hosts, run as they stand in their page, bring a site back as it was. */
@Tag("once")
class BackupTests {

    private static final Pattern SECTION = Pattern.compile("## Backup and restore\n(.*?)\n## ", Pattern.DOTALL);
    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final String IN_COMPOSE = "# docker compose exec --no-TTY database ";

    private final Random random = new Random(14);
    private final List<String> commands = commands();

    @TempDir
    private Path folder;

    @Test
    void theEmbeddedFile() throws Exception {
        Files.createDirectory(folder.resolve("backup"));
        String[] settings = {"--three-signs.data=" + folder.resolve("data")};
        Sent early = send(settings);

        run(commands.get(0));
        Sent late = send(settings);
        run(commands.get(1));

        try (var application = start(settings)) {
            assertThat(respondent(application).answersAt(early.result()))
                    .contains(early.form().answers());
            assertThat(respondent(application).answersAt(late.result())).isEmpty();
        }
    }

    @Test
    void postgreSqlForTheApplicationsOwnRole() throws Exception {
        Optional<InstalledPostgreSql> installed = InstalledPostgreSql.start(folder);
        assumeTrue(installed.isPresent(), "There is no PostgreSQL with pg_dump and pg_restore on this machine.");
        try (InstalledPostgreSql server = installed.get()) {
            server.run("createuser three_signs && createdb --owner=three_signs three_signs");
            Sent sent = send(on(server, "three_signs"));

            server.run(ofToday(commands.get(2)));

            try (var application = start(on(server, "three_signs_restored"))) {
                assertThat(respondent(application).answersAt(sent.result()))
                        .contains(sent.form().answers());
                assertThat(respondent(application).delete(sent.result())).isTrue();
            }
        }
    }

    @Test
    void theLineInCompose() throws Exception {
        String line = Files.readString(Path.of("compose.yaml"))
                .lines()
                .filter(each -> each.startsWith(IN_COMPOSE))
                .findFirst()
                .orElseThrow();
        Optional<InstalledPostgreSql> installed = InstalledPostgreSql.start(folder);
        assumeTrue(installed.isPresent(), "There is no PostgreSQL with pg_dump and pg_restore on this machine.");
        try (InstalledPostgreSql server = installed.get()) {
            server.run("createuser --superuser three_signs && createdb --owner=three_signs three_signs");
            server.run("psql --dbname=three_signs --command='create table assessment (id int)'");

            server.run(line.substring(IN_COMPOSE.length()));

            server.run("pg_restore --list three-signs-$(date +%F).dump | grep 'TABLE DATA public assessment'");
        }
    }

    private record Sent(Respondent.Form form, String result) {}

    /** A site starts, somebody answers, and it stops. */
    private Sent send(String... settings) throws IOException {
        try (var application = start(settings)) {
            Respondent.Form form = respondent(application).fillIn(random);
            return new Sent(form, respondent(application).send(form).orElseThrow());
        }
    }

    private static ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(ThreeSignsApplication.class)
                .properties("server.port=0")
                .run(settings);
    }

    private static String[] on(InstalledPostgreSql server, String database) {
        return new String[] {
            "--spring.profiles.active=postgresql",
            "--spring.datasource.url=" + server.url(database),
            "--spring.datasource.username=three_signs"
        };
    }

    private static Respondent respondent(ConfigurableApplicationContext application) {
        return new Respondent(application.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    private void run(String script) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder(
                        "bash", "-e", "-c", ofToday(script).replace("/backup/", folder.resolve("backup") + "/"))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), UTF_8);
        assertThat(shell.waitFor()).as(said).isZero();
    }

    /** The page gives some day as an example. */
    private static String ofToday(String script) {
        return DAY.matcher(script).replaceAll("\\$(date +%F)");
    }

    private static List<String> commands() {
        try {
            String section = SECTION.matcher(Files.readString(Path.of("docs/hosting.md")))
                    .results()
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElseThrow();
            return COMMANDS.matcher(section)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
