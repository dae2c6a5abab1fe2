package org.threesigns.storage;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import org.threesigns.startup.StartupException;

/**
 * Refuses a PostgreSQL database that cannot hold every character, before it has tables. Otherwise the first questionnaire in
 * another script would fail when its results are published.
 */
@Component
class DatabaseEncodingCheck extends BaseCallback {

    private static final String EVERY_CHARACTER = "UTF8";

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_MIGRATE;
    }

    /** @throws StartupException if the database has another encoding */
    @Override
    public void handle(Event event, Context context) {
        var database = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
        if ("PostgreSQL".equals(database.execute(DatabaseEncodingCheck::product))) {
            requireEveryCharacter(database);
        }
    }

    private static String product(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName();
    }

    private static void requireEveryCharacter(JdbcTemplate database) {
        String encoding = database.queryForObject("show server_encoding", String.class);
        if (!EVERY_CHARACTER.equals(encoding)) {
            throw new StartupException(
                    "The database %s cannot hold every character: its encoding is %s and not UTF8."
                            .formatted(database.queryForObject("select current_database()", String.class), encoding),
                    "Create another with createdb --encoding=UTF8 --template=template0, and restore a dump there if this one"
                            + " has results.");
        }
    }
}
