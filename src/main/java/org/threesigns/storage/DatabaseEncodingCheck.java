package org.threesigns.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
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
        try {
            Connection connection = context.getConnection();
            if ("PostgreSQL".equals(connection.getMetaData().getDatabaseProductName())) {
                check(connection);
            }
        } catch (SQLException e) {
            throw new FlywayException("The encoding of the database cannot be read", e);
        }
    }

    private static void check(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer =
                        statement.executeQuery("select current_database(), current_setting('server_encoding')")) {
            answer.next();
            if (!EVERY_CHARACTER.equals(answer.getString(2))) {
                throw new StartupException(
                        "The database %s cannot hold every character: its encoding is %s and not UTF8."
                                .formatted(answer.getString(1), answer.getString(2)),
                        "Create another with createdb --encoding=UTF8 --template=template0, and restore a dump there if this one"
                                + " has results.");
            }
        }
    }
}
