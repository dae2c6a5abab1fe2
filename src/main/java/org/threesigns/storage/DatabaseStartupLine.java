package org.threesigns.storage;

import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.threesigns.startup.StartupLine;

/** Says at the end of startup where the data is. */
@Component
@Order(2)
class DatabaseStartupLine implements StartupLine {

    private final StorageProperties storage;
    private final DataSourceProperties database;

    DatabaseStartupLine(StorageProperties storage, DataSourceProperties database) {
        this.storage = storage;
        this.database = database;
    }

    @Override
    public String text(String site) {
        String url = database.determineUrl();
        return FileMigration.isOf(url, storage.data().toString())
                ? "Data folder: " + storage.data()
                : "Database: " + url.replaceFirst("[?;].*", ""); // the rest may hold a password
    }
}
