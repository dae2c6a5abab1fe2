package org.threesigns.storage;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/**
 * Removes the network time-out during migrations. It is as long as a respondent can wait, and migrating large tables takes
 * longer.
 */
@Component
class MigrationTimeoutCallback extends BaseCallback {

    private static final int NO_TIMEOUT = 0;

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    /** The pool restores its own time-out when the connection returns. */
    @Override
    public void handle(Event event, Context context) {
        try {
            context.getConnection().setNetworkTimeout(Runnable::run, NO_TIMEOUT);
        } catch (SQLException e) {
            throw new FlywayException("The network time-out cannot be removed", e);
        }
    }
}
