package org.threesigns.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts of those who may sign in. */
@Component
class Accounts {

    private static final String SELECT = """
            select id, username, password_hash, role, enabled, password_changed_at,
                (select count(*) from admin_passkey where admin_passkey.account_id = admin_account.id) as passkeys
            from admin_account
            """;

    private final JdbcClient database;

    Accounts(JdbcClient database) {
        this.database = database;
    }

    boolean exist() {
        return database.sql("select exists (select 1 from admin_account)")
                .query(Boolean.class)
                .single();
    }

    /** All of them, by name. */
    List<Account> all() {
        return database.sql(SELECT + "order by username")
                .query(Accounts::account)
                .list();
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

    /**
     * Makes every other transaction that would change who may do what wait for this one to end, on whichever copy of
     * the application it runs. What is read after it is what they left.
     */
    void lock() {
        database.sql("select id from admin_account order by id for update")
                .query(UUID.class)
                .list();
    }

    /** Makes every other transaction that would change this account, or what belongs to it, wait for this one to end. */
    void lock(UUID id) {
        database.sql("select id from admin_account where id = ? for update")
                .param(id)
                .query(UUID.class)
                .optional();
    }

    void add(Account account) {
        OffsetDateTime now = utc(account.passwordChangedAt());
        database.sql("""
                        insert into admin_account
                            (id, username, password_hash, role, enabled, created_at, password_changed_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .param(1, account.id())
                .param(2, account.username().value())
                .param(3, account.passwordHash())
                .param(4, account.role().code())
                .param(5, account.enabled())
                .param(6, now)
                .param(7, now)
                .update();
    }

    void changeRole(UUID id, Role role) {
        database.sql("update admin_account set role = ? where id = ?")
                .params(role.code(), id)
                .update();
    }

    /** Opens or closes an account; closing ends its sessions for good, so that opening does not bring them back. */
    void setEnabled(UUID id, boolean enabled) {
        database.sql("update admin_account set enabled = ? where id = ?")
                .params(enabled, id)
                .update();
        if (!enabled) {
            endSessions(id);
        }
    }

    void delete(UUID id) {
        endSessions(id);
        database.sql("delete from admin_account where id = ?").param(id).update();
    }

    /** Gives an account another password, or none for now; every session from before is over. */
    void setPassword(UUID id, @Nullable String hash, Instant now) {
        database.sql("update admin_account set password_hash = ?, password_changed_at = ? where id = ?")
                .param(1, hash)
                .param(2, utc(now))
                .param(3, id)
                .update();
    }

    /** As {@link #setPassword}, but only where nobody else has changed it meanwhile; says whether it did. */
    boolean replacePassword(Account account, String hash, Instant now) {
        return database.sql("""
                        update admin_account set password_hash = ?, password_changed_at = ?
                        where id = ? and password_hash = ?""")
                        .param(1, hash)
                        .param(2, utc(now))
                        .param(3, account.id())
                        .param(4, account.passwordHash())
                        .update()
                == 1;
    }

    void endSessions(UUID id) {
        database.sql("delete from admin_session where principal_name = ?")
                .param(id.toString())
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
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
                passwordChangedAt,
                row.getInt("passkeys"));
    }
}
