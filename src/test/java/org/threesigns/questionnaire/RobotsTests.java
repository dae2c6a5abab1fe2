package org.threesigns.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.UnsupportedEncodingException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.Concurrently;
import org.threesigns.respondent.RespondentPagesTest;

/** Robots get a result like everybody, and change no statistics. */
@RespondentPagesTest
class RobotsTests {

    private static final String ADDRESS = "/en/check/three-signs";
    private static final int MOST_IN_AN_HOUR = 30;

    private final MockMvcTester browser;
    private final JdbcClient database;

    @Autowired
    RobotsTests(MockMvcTester browser, JdbcClient database) {
        this.browser = browser;
        this.database = database;
    }

    @Test
    void whoFillsInWhatNobodySeesGetsAResultThatIsNotCounted() {
        int before = uncounted();

        send(sheet().set("_website", "https://robot.example"), "127.0.0.1");

        assertThat(uncounted()).isEqualTo(before + 1);
    }

    @Test
    void theFieldForRobotsIsOutOfEverybodysWay() {
        assertThat(page()).containsOnlyOnce("name=\"_website\"").contains("hidden tabindex=\"-1\"");
        int before = uncounted();

        send(sheet().set("_website", ""), "127.0.0.1");

        assertThat(uncounted()).isEqualTo(before);
    }

    @Test
    void whatComesFromOnePlaceBeyondWhatPeopleSendIsNotCountedAndNeverRefused() {
        int before = uncounted();

        IntStream.range(0, MOST_IN_AN_HOUR).forEach(each -> send(sheet(), "203.0.113.9"));
        assertThat(uncounted()).isEqualTo(before);

        IntStream.range(0, 3).forEach(each -> send(sheet(), "203.0.113.9"));
        assertThat(uncounted()).isEqualTo(before + 3);
    }

    @Test
    void whatCouldNotBeStoredDoesNotCountAgainstThoseBehindTheSameAddress() {
        int before = uncounted();
        List<SheetOfAnswers> people = Stream.generate(this::sheet).limit(28).toList();

        database.sql("alter table assessment rename to away").update();
        try {
            IntStream.range(0, 3).forEach(again -> people.forEach(each -> send(each, "203.0.113.28", 503)));
        } finally {
            database.sql("alter table away rename to assessment").update();
        }
        people.forEach(each -> send(each, "203.0.113.28"));

        assertThat(uncounted()).isEqualTo(before);
    }

    @Test
    void whatIsSentAgainDoesNotCountAgainstThoseBehindTheSameAddress() {
        int before = uncounted();
        SheetOfAnswers impatient = sheet();

        IntStream.range(0, MOST_IN_AN_HOUR).forEach(each -> send(impatient, "203.0.113.29"));
        IntStream.range(1, MOST_IN_AN_HOUR).forEach(each -> send(sheet(), "203.0.113.29"));
        assertThat(uncounted()).isEqualTo(before);

        send(sheet(), "203.0.113.29");
        assertThat(uncounted()).isEqualTo(before + 1);
    }

    @Test
    void aFloodExceedsTheLimitByWhatIsBeingStoredAtThatMomentAtMost() {
        int before = uncounted();
        int atATime = 10;
        Callable<Boolean> robot = () -> {
            send(sheet(), "203.0.113.30");
            return true;
        };

        Concurrently.someAtATime(atATime, Collections.nCopies(3 * MOST_IN_AN_HOUR, robot));

        assertThat(uncounted() - before).isBetween(2 * MOST_IN_AN_HOUR - atATime, 2 * MOST_IN_AN_HOUR);
    }

    private int uncounted() {
        return database.sql("select count(*) from assessment where uncounted")
                .query(Integer.class)
                .single();
    }

    private SheetOfAnswers sheet() {
        return SheetOfAnswers.on(page()).all("often");
    }

    private String page() {
        try {
            return browser.perform(get(ADDRESS)).getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(SheetOfAnswers sheet, String address) {
        send(sheet, address, 303);
    }

    private void send(SheetOfAnswers sheet, String address, int status) {
        assertThat(browser.perform(post(ADDRESS).params(sheet.fields()).with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })))
                .hasStatus(status);
    }
}
