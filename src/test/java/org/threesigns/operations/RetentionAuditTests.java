package org.threesigns.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.assessment.Saved;
import org.threesigns.assessment.Shares;
import org.threesigns.instrument.Wording;
import org.threesigns.publication.Publisher;
import org.threesigns.publication.Recount;
import org.threesigns.publication.Retention;
import org.threesigns.scoring.Responses;

/** What retention leaves behind in the whole application: how many went, and nothing of whose they were. */
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:retention-audit;DB_CLOSE_DELAY=-1",
            "three-signs.statistics.publish=false"
        })
class RetentionAuditTests {

    private static final int RESULTS = 24;
    private static final int PUBLISHED = 12;

    private final Assessments assessments;
    private final Shares shares;
    private final Publisher publisher;
    private final Retention retention;
    private final Recount recount;
    private final JdbcClient database;

    @Autowired
    RetentionAuditTests(
            Assessments assessments,
            Shares shares,
            Publisher publisher,
            Retention retention,
            Recount recount,
            JdbcClient database) {
        this.assessments = assessments;
        this.shares = shares;
        this.publisher = publisher;
        this.retention = retention;
        this.recount = recount;
        this.database = database;
    }

    @BeforeEach
    void resultsOfThreeDaysAgo() {
        for (String table : List.of("audit_event", "deletion", "tombstone", "assessment", "batch", "response_cell")) {
            database.sql("delete from " + table).update();
        }
        IntStream.range(0, RESULTS).forEach(number -> {
            if (number == PUBLISHED) {
                publisher.publish();
            }
            save(number);
            assertThat(shares.open(token(number), List.of("control"), 7)).isPresent();
        });
        assessments.saveUncounted(token(RESULTS), completed());
    }

    @Test
    void thereAreResultsOfEveryKindToBeginWith() {
        for (String table : List.of("batch", "share", "response_cell")) {
            assertThat(rows(table)).as(table).isPositive();
        }
    }

    @Test
    void everythingOfADueResultGoesAndTheLogSaysHowManyAndNotWhich() {
        assertThat(retention.deleteOlderThan(2)).isEqualTo(RESULTS + 1);

        for (String table : List.of("assessment", "share")) {
            assertThat(rows(table)).as(table).isZero();
        }
        assertThat(database.sql("select actor, event, detail, times from audit_event")
                        .query()
                        .listOfRows())
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("event", "retention")
                        .containsEntry("actor", null)
                        .containsEntry("detail", (RESULTS + 1) + " results deleted"));
        assertThat(recount.recount().agreed()).isTrue();
    }

    @Test
    void noFormBringsBackWhatRetentionTook() {
        retention.deleteOlderThan(2);

        IntStream.range(0, RESULTS)
                .forEach(number ->
                        assertThat(save(number)).as("result %d", number).isEqualTo(Saved.DELETED));
        assertThat(rows("assessment")).isZero();
    }

    @Test
    void anOwnersDeletionIsCountedAndStandsInNoLogOfWhoDidWhat() {
        assessments.delete(token(0));

        assertThat(rows("audit_event")).isZero();
        assertThat(database.sql("select deleted_on, cause, results from deletion")
                        .query()
                        .listOfRows())
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .hasSize(3)
                        .containsEntry("deleted_on", Date.valueOf(LocalDate.now(ZoneOffset.UTC)))
                        .containsEntry("cause", "respondent")
                        .containsEntry("results", 1));
    }

    private Saved save(int number) {
        return assessments.save(token(number), completed());
    }

    private static AssessmentToken token(int number) {
        byte[] bytes = new byte[18];
        bytes[0] = (byte) number;
        return AssessmentToken.parse(Base64.getUrlEncoder().encodeToString(bytes))
                .orElseThrow();
    }

    private static CompletedAssessment completed() {
        return new CompletedAssessment(
                "three-signs",
                1,
                "en",
                LocalDate.now(ZoneOffset.UTC).minusDays(3),
                new Responses("0".repeat(27)),
                false,
                Wording.CURRENT,
                false);
    }

    private int rows(String table) {
        return database.sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }
}
