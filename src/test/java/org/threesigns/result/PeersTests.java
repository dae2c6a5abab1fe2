package org.threesigns.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.scoring.Responses;
import org.threesigns.statistics.ResponseCounts;

@ResultTest
class PeersTests {

    private static final LocalDate MONTH = LocalDate.of(2026, 2, 1);

    private final MockMvcTester browser;
    private final Respondent respondent;
    private final JdbcClient database;

    @Autowired
    PeersTests(MockMvcTester browser, Respondent respondent, JdbcClient database) {
        this.browser = browser;
        this.respondent = respondent;
        this.database = database;
    }

    @AfterEach
    void forgetTheOthers() {
        database.sql("delete from response_cell").update();
    }

    @Test
    void saysWhereAScoreStandsAmongThePeopleWhoAnsweredHere() {
        publish(1234, Respondent.responses("D", "33333333", "C", "11111111", "A", "55555555"));

        assertThat(page())
                .contains(
                        "Of every 100 people who answered here, about 100 had a lower score. There are 1,234 of them;"
                                + " they are people who chose to answer here, not everybody.",
                        "about 0 had a lower score",
                        "It compares you only with people who chose to answer here.")
                .doesNotContain("It does not compare you with other people.");
    }

    @Test
    void comparesWithNobodyWhileTheyAreFew() {
        publish(399, Respondent.responses("D", "33333333", "C", "11111111", "A", "55555555"));

        assertThat(page())
                .contains("It does not compare you with other people.")
                .doesNotContain("Of every 100 people");
    }

    private String page() {
        return Respondent.bodyOf(
                browser.get().uri(respondent.leaves(Respondent.distant())).exchange());
    }

    private void publish(int people, Responses answers) {
        var instrument = TestInstruments.threeSigns();
        byte[] counts = ResponseCounts.of(instrument, Collections.nCopies(people, answers))
                .stored();
        database.sql("""
                        insert into response_cell (instrument, instrument_version, language, careless, counted_month, counts)
                        values (?, ?, 'en', false, ?, ?)""")
                .params(instrument.id(), instrument.version(), MONTH, counts)
                .update();
    }
}
