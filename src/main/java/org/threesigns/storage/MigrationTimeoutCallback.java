package org.threesigns.storage;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/**
 * Lets a migration take as long as it takes. A connection gives up on a server that is silent for as long as a respondent can
 * wait; bringing large tables up to date is silent for longer.
 */
@Component
class MigrationTimeoutCallback extends BaseCallback {

    private static final int FOR_EVER = 0;

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    /** The pool gives the connection its own patience back when it returns. */
    @Override
    public void handle(Event event, Context context) {
        try {
            context.getConnection().setNetworkTimeout(Runnable::run, FOR_EVER);
        } catch (SQLException e) {
            throw new FlywayException("The connection cannot be told to wait", e);
        }
    }
}
