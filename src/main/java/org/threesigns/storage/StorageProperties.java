package org.threesigns.storage;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.threesigns.startup.SettingRange;

/**
 * What a host says about the store.
 *
 * @param data folder of the embedded database, to be backed up, and with any database of the exports on their way to a reader
 * @param secret at least 32 random characters that sign links and forms, the same for every copy; without it, one is made
 *     at the first start and kept in the database
 * @param databaseMayBeSilentFor after how many seconds a PostgreSQL server that does not answer is given up
 */
@ConfigurationProperties("three-signs")
record StorageProperties(
        @DefaultValue(DataFolder.DEFAULT) Path data,
        @Nullable String secret,
        @DefaultValue("5") int databaseMayBeSilentFor) {

    StorageProperties {
        SettingRange.require("three-signs.database-may-be-silent-for", databaseMayBeSilentFor, 0, 3_600);
    }
}
