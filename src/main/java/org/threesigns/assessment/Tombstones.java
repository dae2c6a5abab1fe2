package org.threesigns.assessment;

import static java.util.stream.Collectors.toSet;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * Hashes of tokens whose results were deleted, so that the form of such a result, sent once more, does not make it anew.
 * Each lasts until no form of its token is taken any more, and says no more than a day.
 */
@Repository
class Tombstones {

    /** One day more than a token can be saved, as the clocks of two copies may lie apart. */
    static final int DAYS = Assessments.DAYS_TO_SAVE + 1;

    private static final Logger log = LoggerFactory.getLogger(Tombstones.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    @Autowired
    Tombstones(JdbcClient jdbc) {
        this(jdbc, Clock.systemUTC());
    }

    Tombstones(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Part of the transaction that deletes the row. A result so old that its form is refused anyway needs none. */
    void setFor(AssessmentEntity row) {
        LocalDate today = LocalDate.now(clock);
        if (row.completed().completedOn().plusDays(DAYS).isBefore(today)) {
            return;
        }
        jdbc.sql("insert into tombstone (token_hash, ends_on) values (?, ?)")
                .params(row.tokenHash(), today.plusDays(DAYS))
                .update();
    }

    boolean standsFor(AssessmentToken token) {
        return !among(List.of(token)).isEmpty();
    }

    /** Those of these tokens for which one stands. */
    Set<AssessmentToken> among(List<AssessmentToken> tokens) {
        Object[] hashes = tokens.stream().map(AssessmentToken::hash).toArray(byte[][]::new);
        Set<ByteBuffer> found = jdbc.sql("select token_hash from tombstone where token_hash = any(?)")
                .param(new SqlArrayValue("bytea", hashes))
                .query((row, number) -> ByteBuffer.wrap(row.getBytes("token_hash")))
                .set();
        return tokens.stream()
                .filter(token -> found.contains(ByteBuffer.wrap(token.hash())))
                .collect(toSet());
    }

    /** Several copies may do it at once: it is one statement. */
    @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT12H")
    void removeEnded() {
        try {
            jdbc.sql("delete from tombstone where ends_on < ?")
                    .param(LocalDate.now(clock))
                    .update();
        } catch (DataAccessException e) {
            log.warn(
                    "Old tombstones could not be removed now; the next round will. ({})",
                    e.getClass().getSimpleName());
        }
    }
}
