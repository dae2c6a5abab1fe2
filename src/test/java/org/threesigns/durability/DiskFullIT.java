package org.threesigns.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.threesigns.packaging.Java;
import org.threesigns.packaging.RunningApplication;
import org.threesigns.respondent.Respondent;

/**
 * The embedded database runs out of room. A limit on the size of files stands in for the full disk, as nobody needs to
 * be root for it: writing fails in the same call and with an error of the same kind.
 */
@EnabledOnOs(OS.LINUX)
@Tag("once")
class DiskFullIT {

    private static final int ENOUGH_FOR_SOME = 1_200; // kB
    private static final int LESS_THAN_AN_EXPORT = 8; // kB
    private static final int MORE_THAN_FIT = 5_000;
    private static final int FAILED = 1;
    private static final Pattern SIGN_IN = Pattern.compile("/admin/demo/\\w+");

    private final Random random = new Random(11);
    private final Ledger ledger = new Ledger();

    @TempDir
    private Path folder;

    @Test
    void endsInWordsLosesNothingAndStartsAgainOnceThereIsRoom() throws Exception {
        try (var application = start(ENOUGH_FOR_SOME)) {
            var refusal = fill(new Respondent(application.port()));

            assertThat(refusal.statusCode()).isEqualTo(503);
            assertThat(refusal.body()).contains("Your answers were not saved", "id=\"main\"");
            assertThat(application.awaitEnd()).isEqualTo(FAILED);
            assertThat(application.output())
                    .contains("Make room where the file is")
                    .doesNotContain("\tat ");
        }
        try (var application = start(Integer.MAX_VALUE)) {
            var respondent = new Respondent(application.port());
            ledger.check(respondent);
            ledger.settle(respondent);
            ledger.check(respondent);
            assertThat(respondent.get("/actuator/health").statusCode()).isEqualTo(200);
        }
        System.out.printf("Disk full on H2: %d results acknowledged, 0 lost%n", ledger.acknowledged());
    }

    @Test
    void anExportThatDoesNotFitIsRefusedInWordsAndNothingElseIs() throws Exception {
        try (var application = start(LESS_THAN_AN_EXPORT, "--spring.profiles.active=demo")) {
            var browser = new AdministratorsBrowser();
            Matcher link = SIGN_IN.matcher(application.output());
            assertThat(link.find()).isTrue();
            browser.get(application.port(), link.group());

            var refusal = browser.get(application.port(), "/admin/export/responses.csv");

            assertThat(refusal.statusCode()).isEqualTo(503);
            assertThat(refusal.body()).contains("This server could not write the file");
            assertThat(browser.get(application.port(), "/admin/audit").body()).contains("Export failed");
            assertThat(folder.resolve("data")).isEmptyDirectory();
        }
    }

    /** Sends results until one is refused. */
    private HttpResponse<String> fill(Respondent respondent) throws IOException {
        for (int sent = 0; sent < MORE_THAN_FIT; sent++) {
            var refusal = ledger.send(respondent, respondent.fillIn(random));
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        throw new AssertionError("It never ran out of room");
    }

    private RunningApplication start(int kilobytes, String... arguments) {
        String limited =
                "ulimit -f %s; exec \"$@\"".formatted(kilobytes == Integer.MAX_VALUE ? "unlimited" : kilobytes);
        return RunningApplication.start(
                folder,
                Stream.concat(Stream.of("bash", "-c", limited, "bash"), Java.application(arguments).stream())
                        .toList(),
                Map.of());
    }
}
