package org.threesigns.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.publication.PeerFigureCache;
import org.threesigns.publication.PeersRead;
import org.threesigns.respondent.RespondentPagesTest;
import org.threesigns.scoring.Responses;
import org.threesigns.statistics.ResponseCounts;

@RespondentPagesTest
class PeersTests {

    private static final LocalDate MONTH = LocalDate.of(2026, 2, 1);

    /** These agree well: alpha is 0.98, and the error 0.14. */
    private static final Responses[] STEADY = Stream.of(
                    "11111212", "22232222", "33343323", "44554444", "32333233", "21122222")
            .map(scores -> Respondent.responses("D", scores, "C", scores, "A", scores))
            .toArray(Responses[]::new);

    private final MockMvcTester browser;
    private final Respondent respondent;
    private final JdbcClient database;
    private final PeerFigureCache peers;

    @Autowired
    PeersTests(MockMvcTester browser, Respondent respondent, JdbcClient database, PeerFigureCache peers) {
        this.browser = browser;
        this.respondent = respondent;
        this.database = database;
        this.peers = peers;
    }

    @BeforeEach
    @AfterEach
    void forgetTheOthers() {
        database.sql("delete from response_cell").update();
        PeersRead.now(peers);
    }

    @Test
    void saysWhereAScoreStandsAmongThePeopleWhoAnsweredHere() {
        publish(1234, Respondent.responses("D", "33333333", "C", "11111111", "A", "55555555"));

        assertThat(page())
                .contains(
                        "Out of every 100 results given here in the same language, 100 come below yours, if half of those with"
                                + " just your score are counted as below. 1,234 results are compared, without those that"
                                + " look hurried. These people chose to answer here and are not everybody.",
                        "0 come below yours",
                        "It compares you only with people who chose to answer here.")
                .doesNotContain("It does not compare you with other people.");
    }

    @Test
    void comparesWithNobodyWhileTheyAreFew() {
        publish(399, Respondent.responses("D", "33333333", "C", "11111111", "A", "55555555"));

        assertThat(page())
                .contains("It does not compare you with other people.")
                .doesNotContain("Out of every 100 people");
    }

    @Test
    void readsNoCountsForAPage() {
        publish(1234, STEADY);
        database.sql("delete from response_cell").update();

        assertThat(page()).contains("1,234 results are compared");
    }

    @Test
    void saysWhereEachErrorComesFrom() {
        publish(300, STEADY);
        String result = respondent.leaves(Respondent.distant());

        assertThat(body(result + "/sheet"))
                .contains("± 0.14", "from 300 people")
                .doesNotContain(">assumed<");
        assertThat(body(shared(result))).contains("± 0.14", "from 300 people");
        assertThat(body(result.replace("/en/", "/es/") + "/sheet")).contains("± 0,14", "de 300 personas");
        assertThat(body("/en/method")).contains("Keeping distance: 0.14, from the answers of 300 people here.");
        assertThat(body("/es/method")).contains(": 0,14, con las respuestas de 300 personas de este sitio.");
        assertThat(browser.get().uri(result + "/result.json")).bodyJson().isLenientlyEqualTo("""
                        {"scores": [
                          {"standardError": 0.14, "standardErrorIs": "estimated", "standardErrorFrom": 300},
                          {"standardError": 0.14, "standardErrorIs": "estimated", "standardErrorFrom": 300},
                          {"standardError": 0.14, "standardErrorIs": "estimated", "standardErrorFrom": 300}]}""");
    }

    @Test
    void saysThatTheErrorIsAssumedWhileTheyAreFew() {
        publish(299, STEADY);
        String result = respondent.leaves(Respondent.distant());

        assertThat(body(result + "/sheet")).contains("± 0.32", ">assumed<");
        assertThat(body(shared(result))).contains("± 0.32", ">assumed<");
        assertThat(body(result.replace("/en/", "/es/") + "/sheet")).contains("± 0,32", ">supuesto<");
        assertThat(body("/en/method")).contains("Keeping distance: 0.32, assumed.");
        var json = assertThat(browser.get().uri(result + "/result.json")).bodyJson();
        json.extractingPath("$.scores[0].standardErrorIs").isEqualTo("assumed");
        json.extractingPath("$.scores[0].standardErrorFrom").isNull();
    }

    /** From 2.00 to 2.75: below the limit that the assumed error sets, 0.89, and above that of an error of 0.14, 0.39. */
    @Test
    void comparesWithTheErrorThatIsKnown() {
        String earlier = respondent.leaves(Respondent.responses("D", "22222222", "C", "22222222", "A", "22222222"));
        String later = respondent.leaves(Respondent.responses("D", "33333322", "C", "22222222", "A", "22222222"));

        assertThat(comparison(earlier, later))
                .contains("taken to be 0.32", "That is our assumption.")
                .doesNotContain("by more than a repeat could show");

        publish(300, STEADY);

        assertThat(comparison(earlier, later))
                .contains("score is 0.14.", "from the answers of 300 people here", "by more than a repeat could show");
    }

    private String comparison(String earlier, String later) {
        return Respondent.bodyOf(
                browser.post().uri(later + "/compare").param("link", earlier).exchange());
    }

    /** The address of a share of all signs. */
    private String shared(String result) {
        String page = Respondent.bodyOf(browser.post()
                .uri(result + "/shares")
                .param("sign", "distance", "control", "cues")
                .param("days", "7")
                .exchange());
        var link = Pattern.compile("/en/shared/[\\w-]+").matcher(page);
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private String body(String address) {
        return Respondent.bodyOf(browser.get().uri(address).exchange());
    }

    private String page() {
        return Respondent.bodyOf(browser.get()
                .uri(respondent.leaves(Respondent.distant()) + "/sources")
                .exchange());
    }

    private void publish(int people, Responses... answers) {
        var instrument = TestInstruments.threeSigns();
        var everybody = IntStream.range(0, people)
                .mapToObj(each -> answers[each % answers.length])
                .toList();
        byte[] counts = ResponseCounts.of(instrument, everybody).stored();
        database.sql("""
                        insert into response_cell (instrument, instrument_version, language, wording, careless, counted_month, counts)
                        values (?, ?, 'en', 'current', false, ?, ?)""")
                .params(instrument.id(), instrument.version(), MONTH, counts)
                .update();
        PeersRead.now(peers);
    }
}
