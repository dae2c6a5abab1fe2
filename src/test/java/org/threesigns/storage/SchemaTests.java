package org.threesigns.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threesigns.assessment.StoreTest;

/** What the database itself refuses, whoever writes to it. That the entities fit it, every start checks. */
@StoreTest
abstract class SchemaTests {

    private static final String ID = "'00000000-0000-4000-8000-00000000000a'";

    @Autowired
    private JdbcClient jdbc;

    @Test
    void knowsWhetherTheEngineRunsInThisProcess(@Autowired DatabaseEngine engine) {
        assertThat(engine.embedded()).isEqualTo(embedded());
    }

    /** Whether the engine runs in this process. */
    abstract boolean embedded();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into assessment values (null, 'i', 1, 'en', date '2025-01-01', '0', false, 'current', false, null, false)",
                "insert into assessment values (%id, 'i', 0, 'en', date '2025-01-01', '0', false, 'current', false, null, false)",
                "insert into assessment values (%id, 'i', 1, 'en', date '2025-01-01', '', false, 'current', false, null, false)",
                "insert into assessment values (%id, 'i', 1, 'en', date '2025-01-01', '0', false, 'future', false, null, false)",
                "insert into assessment values (%id, 'i', 1, 'en', null, '0', false, 'current', false, null, false)",
                "insert into assessment values (%id, 'i', 1, 'en', date '2025-01-01', '0', false, 'current', false, %id, false)",
                "insert into batch (id, counted_month) values (%id, date '2025-01-02')",
                "insert into batch (id, wording) values (%id, 'future')",
                "insert into response_cell values ('i', 1, 'en', false, date '2025-01-02', %hash, 0, 'past')",
                "insert into response_cell values ('i', 1, 'en', false, date '2025-01-01', %hash, 0, 'future')",
                "insert into share values (%hash, %id, 'distance', date '2025-01-01')",
                "insert into share values (%short, %id, 'distance', date '2025-01-01')",
                "insert into tombstone values (date '2025-01-01', null)",
                "insert into tombstone values (null, %id)",
                "insert into admin_account (id, username, password_hash, role, created_at, password_changed_at)"
                        + " values (%id, 'Ada', 'h', 'analyst', current_timestamp, current_timestamp)",
                "insert into admin_account (id, username, password_hash, role, created_at, password_changed_at)"
                        + " values (%id, 'ada', 'h', 'owner', current_timestamp, current_timestamp)",
            })
    void refusesRowsThatCannotBe(String insert) {
        assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> write(insert));
    }

    @Test
    void refusesASecondSecretOfTheSameName() {
        write("insert into application_secret values ('tried twice', %hash)");

        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> write("insert into application_secret values ('tried twice', %hash)"));
    }

    /** The literal of some bytes in the engine's own words; the migrations need none. */
    abstract String bytes(String hex);

    private void write(String sql) {
        jdbc.sql(sql.replace("%id", ID)
                        .replace("%hash", bytes("00".repeat(32)))
                        .replace("%short", bytes("00".repeat(31))))
                .update();
    }
}
