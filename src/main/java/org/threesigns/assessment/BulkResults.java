package org.threesigns.assessment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Results that come in and go by the thousand, as part of the caller's transaction. No link leads to them: their tokens are
 * random and shown to nobody.
 */
@Repository
public class BulkResults {

    private static final String INSERT = """
            insert into assessment (id, instrument, instrument_version, language, completed_on, responses, careless, wording,
                support_first, batch, uncounted)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false)""";

    private static final WordingConverter WORDINGS = new WordingConverter();
    private static final int AT_ONCE = 1000;

    private final JdbcTemplate jdbc;

    BulkResults(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores results in their batches, which are there already. */
    public void insert(Map<UUID, List<CompletedAssessment>> byBatch) {
        jdbc.batchUpdate(
                INSERT,
                byBatch.entrySet().stream()
                        .flatMap(batch -> batch.getValue().stream().map(result -> row(result, batch.getKey())))
                        .toList());
    }

    private static Object[] row(CompletedAssessment result, UUID batch) {
        return new Object[] {
            AssessmentToken.random().key(),
            result.instrument(),
            result.version(),
            result.language(),
            result.completedOn(),
            result.responses().encoded(),
            result.careless(),
            WORDINGS.convertToDatabaseColumn(result.wording()),
            result.supportFirst(),
            batch
        };
    }

    /** Passes on every stored result of this version, without its key. */
    public void forEach(InstrumentVersion version, Consumer<CompletedAssessment> reader) {
        JdbcClient.create(jdbc)
                .sql("select " + AssessmentRows.COMPLETED
                        + " from assessment where instrument = ? and instrument_version = ?")
                .params(version.instrument(), version.version())
                .withFetchSize(AT_ONCE)
                .query((RowCallbackHandler) row -> reader.accept(AssessmentRows.completed(row, 0)));
    }

    /**
     * Deletes the results of these batches.
     *
     * @return how many
     */
    public int deleteOf(Collection<UUID> batches) {
        int deleted = 0;
        for (int[] some : jdbc.batchUpdate(
                "delete from assessment where batch = ?",
                batches,
                AT_ONCE,
                (statement, batch) -> statement.setObject(1, batch))) {
            for (int each : some) {
                deleted += each;
            }
        }
        return deleted;
    }
}
