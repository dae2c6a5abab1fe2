package org.threesigns.publication;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threesigns.statistics.StoredCounts;

/** Stops the start if a newer version of the application wrote the counts, unless the command is to count again. */
@Component
class StoredCountsCheck implements SmartInitializingSingleton {

    private final JdbcClient jdbc;
    private final boolean recounting;

    StoredCountsCheck(JdbcClient jdbc, @Value("${three-signs.command:}") String command) {
        this.jdbc = jdbc;
        recounting = command.equals("recount");
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!recounting) {
            jdbc.sql("select counts from response_cell")
                    .query(byte[].class)
                    .list()
                    .forEach(StoredCounts::requireKnownFormat);
        }
    }
}
