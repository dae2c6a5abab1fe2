package org.threesigns.assessment;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threesigns.scoring.Responses;

/**
 * What every sitting asks of the store: one row more, and the same row read for the page that explains it. Straight, as what
 * Spring Data does around a call, and a session of JPA around a read, took longer than the database.
 */
@Repository
class AssessmentRows {

    /** The columns that {@link #completed} reads. */
    static final String COMPLETED =
            "instrument, instrument_version, language, completed_on, responses, careless, wording, support_first";

    private static final WordingConverter WORDINGS = new WordingConverter();

    private final EntityManager entities;
    private final JdbcClient jdbc;

    AssessmentRows(EntityManager entities, JdbcClient jdbc) {
        this.entities = entities;
        this.jdbc = jdbc;
    }

    void deleteAll(String instrument, int version) {
        jdbc.sql("delete from assessment where instrument = ? and instrument_version = ?")
                .params(instrument, version)
                .update();
    }

    /** Part of the caller's transaction; refused at once where its token has a row. */
    void insert(AssessmentEntity row) {
        entities.persist(row);
        entities.flush();
    }

    /**
     * Records for the host how many results were deleted at once, and why; which they were is stored nowhere. Each
     * deletion is a row of its own, so that none waits for another.
     */
    void recordDeletion(LocalDate day, String cause, int results) {
        jdbc.sql("insert into deletion (id, deleted_on, cause, results) values (?, ?, ?, ?)")
                .params(UUID.randomUUID(), day, cause, results)
                .update();
    }

    /** What {@link AssessmentEntity} maps, needing no transaction. */
    Optional<CompletedAssessment> find(AssessmentToken token) {
        return jdbc.sql("select " + COMPLETED + " from assessment where id = ?")
                .param(token.key())
                .query(AssessmentRows::completed)
                .optional();
    }

    static CompletedAssessment completed(ResultSet row, int number) throws SQLException {
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

    /** One index look-up for each version ever pinned, however many results there are. */
    Set<InstrumentVersion> versionsInUse() {
        return jdbc.sql("""
                        select distinct p.instrument, p.instrument_version as version from instrument_pin p
                        where exists (select 1 from assessment a
                                      where a.instrument = p.instrument and a.instrument_version = p.instrument_version)""").query(InstrumentVersion.class).set();
    }
}
