package org.threesigns.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threesigns.result.Respondent.distant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.respondent.RespondentPagesTest;

/** What the pages below a result answer while nothing can be read or written. */
@RespondentPagesTest
class WithoutTheStoreTests {

    private final MockMvcTester browser;
    private final JdbcClient database;
    private final String address;

    @Autowired
    WithoutTheStoreTests(MockMvcTester browser, Respondent respondent, JdbcClient database) {
        this.browser = browser;
        this.database = database;
        this.address = respondent.leaves(distant());
    }

    @BeforeEach
    void takeTheStoreAway() {
        database.sql("alter table assessment rename to away").update();
    }

    @AfterEach
    void bringItBack() {
        database.sql("alter table away rename to assessment").update();
    }

    @ParameterizedTest
    @CsvSource({
        "/delete, really, for-good, It may not be deleted yet",
        "/delete, really, '', It may not be deleted yet",
        "/shares, sign, distance, No link was made",
        "/shares/end, share, abc, The link may still be open",
        "/compare, link, AAAAAAAAAAAAAAAAAAAAAAAA, They were not compared"
    })
    void sayWhatWasNotDoneAndOfferToSendTheSameAgain(String below, String field, String value, String words) {
        assertThat(browser.post().uri(address + below).param(field, value))
                .hasStatus(503)
                .bodyText()
                .contains(
                        words,
                        "Please try again",
                        "action=\"" + address + below + "\"",
                        "name=\"%s\" value=\"%s\"".formatted(field, value))
                .doesNotContain("Nothing is lost", "??");
    }

    @ParameterizedTest
    @CsvSource({"/delete", "/shares", "/shares/end", "/compare"})
    void findNothingWhereNoResultCanBe(String below) {
        assertThat(browser.post().uri("/en/result/short" + below)).hasStatus(404);
    }
}
