package org.threesigns.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts of those who may sign in. */
@Component
class Accounts {

    private static final String SELECT =
            "select id, username, password_hash, role, enabled, password_changed_at from admin_account ";

    private final JdbcClient database;

    Accounts(JdbcClient database) {
        this.database = database;
    }

    boolean exist() {
        return database.sql("select exists (select 1 from admin_account)")
                .query(Boolean.class)
                .single();
    }

    Optional<Account> find(Username username) {
        return database.sql(SELECT + "where username = ?")
                .param(username.value())
                .query(Accounts::account)
                .optional();
    }

    Optional<Account> find(UUID id) {
        return database.sql(SELECT + "where id = ?")
                .param(id)
                .query(Accounts::account)
                .optional();
    }

    void add(Account account) {
        OffsetDateTime now = account.passwordChangedAt().atOffset(ZoneOffset.UTC);
        database.sql("""
                        insert into admin_account
                            (id, username, password_hash, role, enabled, created_at, password_changed_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        account.id(),
                        account.username().value(),
                        account.passwordHash(),
                        account.role().code(),
                        account.enabled(),
                        now,
                        now)
                .update();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        Instant passwordChangedAt =
                row.getObject("password_changed_at", OffsetDateTime.class).toInstant();
        return new Account(
                row.getObject("id", UUID.class),
                new Username(row.getString("username")),
                row.getString("password_hash"),
                Role.ofCode(row.getString("role")),
                row.getBoolean("enabled"),
                passwordChangedAt);
    }
}
