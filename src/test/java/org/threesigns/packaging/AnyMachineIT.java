package org.threesigns.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threesigns.database.PostgreSqlServer;
import org.threesigns.durability.AdministratorsBrowser;
import org.threesigns.respondent.Respondent;

/**
 * A machine with other digits, capitals, days and signs gives the same pages, files and words, byte for byte. At no moment
 * are the two on the same day.
 */
@Tag("once")
class AnyMachineIT {

    private static final String SET_UP_CODE = "ABCDE FGHJK MNPQR STVWX";

    private static final List<String> DOWNLOADS = List.of(
            "/admin",
            "/admin/items",
            "/admin/reliability",
            "/admin/months",
            "/admin/percentiles",
            "/admin/codebook",
            "/admin/codebook.csv",
            "/admin/aggregates.csv",
            "/admin/aggregates.json",
            "/admin/export/responses.csv",
            "/admin/export/responses.R",
            "/admin/export/responses.sps");

    private static final List<String> PAGES_OF_A_RESULT =
            List.of("", "/answers", "/sources", "/sheet", "/everything", "/result.json", "/delete", "/change");

    @Test
    void twoThatDifferInAllSayTheSame(@TempDir Path folders) throws Exception {
        Map<String, String> here;
        Map<String, String> there;
        LocalDate day; // pages say it
        do {
            day = LocalDate.now(UTC);
            here = new Machine(folder(folders), "ar", "EG", "Pacific/Pago_Pago", "US-ASCII").says();
            there = new Machine(folder(folders), "tr", "TR", "Pacific/Kiritimati", "windows-1254").says();
        } while (!LocalDate.now(UTC).equals(day));

        assertThat(there).containsOnlyKeys(here.keySet());
        for (var page : here.entrySet()) {
            assertThat(there.get(page.getKey())).as(page.getKey()).isEqualTo(page.getValue());
        }
    }

    private static Path folder(Path parent) throws IOException {
        return Files.createTempDirectory(parent, "machine");
    }

    /** One that has these defaults, with a site of its own. */
    private record Machine(Path folder, String language, String region, String zone, String encoding) {

        /** All that people and programs read of the site, by what it is; what chance makes is left out. */
        Map<String, String> says() throws Exception {
            var said = new TreeMap<String, String>();
            Files.writeString(folder.resolve("responses.csv"), responses());
            said.put("import", run("--three-signs.command=import", "--three-signs.import.file=responses.csv"));
            String result;
            try (RunningApplication site = start(Map.of())) {
                result = leaveAResult(site);
                read(site, result, "H2", said);
                site.stop();
            }
            said.put("recount", run("--three-signs.command=recount"));
            said.put("compact", run("--three-signs.command=compact"));
            try (RunningApplication site = start(postgreSql())) {
                read(site, result, "PostgreSQL", said);
                site.stop();
            }
            said.put("recover", run("--three-signs.recover=ada"));
            return said;
        }

        private RunningApplication start(Map<String, String> database) {
            var environment = new TreeMap<>(environment());
            environment.putAll(database);
            return RunningApplication.start(
                    folder, Java.application("--three-signs.setup-code=" + SET_UP_CODE), environment);
        }

        private static Map<String, String> postgreSql() {
            return Map.of(
                    "SPRING_PROFILES_ACTIVE",
                    "postgresql",
                    "SPRING_DATASOURCE_URL",
                    PostgreSqlServer.freshDatabase(),
                    "SPRING_DATASOURCE_USERNAME",
                    PostgreSqlServer.USER,
                    "THREESIGNS_MOVEFROM",
                    "data");
        }

        private Map<String, String> environment() {
            return Map.of(
                    "JDK_JAVA_OPTIONS",
                    "-Duser.language=%s -Duser.country=%s -Duser.timezone=%s -Dfile.encoding=%s"
                            .formatted(language, region, zone, encoding),
                    "LC_ALL",
                    "C.UTF-8");
        }

        /** What a command says on either stream, without what differs each time. */
        private String run(String... arguments) throws IOException, InterruptedException {
            ProcessBuilder command = new ProcessBuilder(Java.application(arguments))
                    .directory(folder.toFile())
                    .redirectErrorStream(true);
            command.environment().putAll(environment());
            Process process = command.start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            return said.lines()
                    .filter(line -> !line.startsWith("NOTE: Picked up"))
                    .map(line -> line.replaceFirst("^\\S+T\\S+ ", "").replaceAll("\\d+ (kB|ms)|[\\d.]+ seconds", "…"))
                    .filter(line -> !line.contains("Started ") && !line.contains("Starting "))
                    .filter(line -> !line.contains("Still at work after ")) // if it takes long enough to be said
                    .map(line -> line.replaceAll("/new-password/\\S+", "/new-password/…"))
                    .collect(joining("\n"));
        }
    }

    /** Twelve people in each of two languages, who answer all kinds of things. */
    private static String responses() {
        var random = new Random(7);
        List<String> items = Stream.of("D", "C", "A", "T")
                .flatMap(letter ->
                        IntStream.rangeClosed(1, letter.equals("T") ? 3 : 8).mapToObj(number -> letter + number))
                .toList();
        Stream<String> rows = IntStream.range(0, 24)
                .mapToObj(person -> "2025-0" + (1 + person % 2) + "," + (person < 12 ? "en" : "es") + ","
                        + items.stream()
                                .map(item -> String.valueOf(1 + random.nextInt(5)))
                                .collect(joining(",")));
        return Stream.concat(Stream.of("month,language," + String.join(",", items)), rows)
                .collect(joining("\n"));
    }

    private static String leaveAResult(RunningApplication site) throws IOException, InterruptedException {
        var administrator = new AdministratorsBrowser();
        administrator.setUp(site.port(), SET_UP_CODE);
        var respondent = new Respondent(site.port());
        return respondent.send(respondent.fillIn(new Random(11))).orElseThrow();
    }

    private static void read(RunningApplication site, String result, String database, Map<String, String> said)
            throws IOException, InterruptedException {
        var respondent = new Respondent(site.port());
        String key = result.substring(result.lastIndexOf('/') + 1);
        for (String language : List.of("en", "es")) {
            for (String page : PAGES_OF_A_RESULT) {
                String path = result.replace("/en/", "/" + language + "/") + page;
                said.put(
                        database + " " + language + page,
                        respondent.get(path).body().replace(key, "KEY"));
            }
        }
        var administrator = new AdministratorsBrowser();
        administrator.signIn(site.port());
        for (String download : DOWNLOADS) {
            String text = administrator.get(site.port(), download).body();
            said.put(
                    database + " " + download,
                    text.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")
                            .lines()
                            .sorted()
                            .collect(joining("\n")));
        }
    }
}
