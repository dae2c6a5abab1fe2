package org.threesigns.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threesigns.scoring.Responses;

/**
 * Reads a result for the page that explains it, which is asked for more often than anything else that is stored: the same
 * as {@link AssessmentEntity} maps, without a session of JPA, in a third of the time.
 */
@Repository
class AssessmentReader {

    private static final WordingConverter WORDINGS = new WordingConverter();

    private final JdbcClient jdbc;

    AssessmentReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<CompletedAssessment> find(AssessmentToken token) {
        return jdbc.sql("""
                        select instrument, instrument_version, language, completed_on, responses, careless, wording,
                               support_first
                        from assessment where token_hash = ?""")
                .param(token.hash())
                .query(AssessmentReader::completed)
                .optional();
    }

    private static CompletedAssessment completed(ResultSet row, int number) throws SQLException {
        return new CompletedAssessment(
                row.getString("instrument"),
                row.getInt("instrument_version"),
                row.getString("language"),
                row.getObject("completed_on", LocalDate.class),
                new Responses(row.getString("responses")),
                row.getBoolean("careless"),
                WORDINGS.convertToEntityAttribute(row.getString("wording")),
                row.getBoolean("support_first"));
    }
}
