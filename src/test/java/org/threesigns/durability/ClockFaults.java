package org.threesigns.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.threesigns.packaging.RunningApplication;
import org.threesigns.respondent.Respondent;
import org.threesigns.respondent.Respondent.Form;

/**
 * Rows of the fault matrix: the clock of the process jumps, by way of libfaketime (Debian: faketime), with forms open. Then the
 * process is killed.
 */
class ClockFaults {

    private static final int STALE = 422;
    private static final int FORMS = 5;
    private static final Duration EXACT = Duration.ofMinutes(10);

    private final Random random = new Random(31);
    private final Ledger ledger = new Ledger();
    private final Stopwatch restarts = new Stopwatch();

    @TempDir
    private Path folder;

    private int refused;
    private int inWords;

    @ParameterizedTest
    @EnumSource
    void jumpsAMonthAndADayEitherWay(Engine engine) throws Exception {
        try (var site = Site.on(engine, folder)) {
            var application = start(site);
            for (int days : List.of(1, -1, 31, -31)) {
                jump(application, 0, days);
                application.kill();
                application = restarts.time(() -> start(site));
                jump(application, days, 0);
            }
            tell("the clock jumps 31 days and 1 day either way, then a kill", site, application);
        }
    }

    @ParameterizedTest
    @EnumSource
    void formsOfSixDaysAreTakenAndThoseOfEightComeBackWithTheirAnswers(Engine engine) throws Exception {
        try (var site = Site.on(engine, folder)) {
            var application = start(site);
            var respondent = new Respondent(application.port());
            setClock(application, -8);
            var eight = respondent.fillIn(random);
            setClock(application, -6);
            var six = respondent.fillIn(random);
            setClock(application, 0);

            send(respondent, six);
            assertThat(refused).as("a form of six days").isZero();
            send(respondent, eight);
            assertThat(refused).as("a form of eight days").isEqualTo(1);
            assertThat(respondent.send(six)).as("the form of six days again").isPresent();
            tell("forms of six and eight days", site, application);
        }
    }

    /** Forms that were opened before a jump are sent after it. */
    private void jump(RunningApplication application, int from, int to) throws IOException {
        setClock(application, from);
        var respondent = new Respondent(application.port());
        List<Form> open = new ArrayList<>();
        for (int i = 0; i < FORMS; i++) {
            open.add(respondent.fillIn(random));
            ledger.send(respondent, respondent.fillIn(random));
        }
        setClock(application, to);
        for (Form form : open) {
            send(respondent, form);
        }
    }

    /** Sends a form, and if it comes back as out of date, sends what came back. */
    private void send(Respondent respondent, Form form) throws IOException {
        var answer = respondent.post(Respondent.QUESTIONNAIRE, form.fields());
        if (answer.statusCode() != STALE) {
            ledger.acknowledge(form, Respondent.resultOf(answer).orElseThrow());
            return;
        }
        refused++;
        Form back = Respondent.formOn(answer.body());
        if (answer.body().contains("This page is out of date") && back.answers().equals(form.answers())) {
            inWords++;
        }
        assertThat(ledger.send(respondent, back)).as("the fresh form").isEmpty();
    }

    private void tell(String fault, Site site, RunningApplication application) throws IOException {
        Outcome.of(fault, site, application, ledger, 0, Outcome.ofAll(inWords, refused), restarts.seconds())
                .tell();
    }

    private RunningApplication start(Site site) throws IOException {
        Path clock = folder.resolve("clock");
        if (Files.notExists(clock)) {
            Files.writeString(clock, "+0d");
        }
        return site.start(Map.of(
                "LD_PRELOAD",
                library().toString(),
                "FAKETIME_TIMESTAMP_FILE",
                clock.toString(),
                "FAKETIME_CACHE_DURATION", // in seconds; without one, each look at the clock reads the file
                "1",
                "FAKETIME_FORCE_MONOTONIC_FIX", // with it, threads of the JVM never wait, but spin
                "0",
                "FAKETIME_DONT_FAKE_MONOTONIC", // as when somebody sets a real clock
                "1"));
    }

    private static Path library() throws IOException {
        try (var found = Files.find(
                Path.of("/usr/lib"), 3, (path, file) -> path.endsWith(Path.of("faketime", "libfaketimeMT.so.1")))) {
            var library = found.findFirst();
            assumeTrue(library.isPresent(), "libfaketime is not installed (Debian: faketime)");
            return library.orElseThrow();
        }
    }

    private void setClock(RunningApplication application, int days) throws IOException {
        Path next = Files.writeString(folder.resolve("next"), "%+dd".formatted(days));
        Files.move(next, folder.resolve("clock"), StandardCopyOption.ATOMIC_MOVE);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> tells(application, days));
    }

    private static boolean tells(RunningApplication application, int days) {
        String date = application.get("/livez").headers().firstValue("Date").orElseThrow();
        Instant shown =
                ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        return Duration.between(shown, Instant.now().plus(Duration.ofDays(days)))
                        .abs()
                        .compareTo(EXACT)
                < 0;
    }
}
