package org.threesigns.storage;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.mock.env.MockEnvironment;
import org.threesigns.startup.StartupException;

/** A database of numbers in a data folder, with what marks how far its file has come. */
class MarkedDatabase implements AutoCloseable {

    private final SingleConnectionDataSource connection;
    private final JdbcTemplate jdbc;
    private final DatabaseEngine engine;
    private final ProgressKeeper keeper;

    MarkedDatabase(Path folder) throws MetaDataAccessException {
        this(folder, "");
    }

    /** @param settings for H2, each behind a semicolon */
    MarkedDatabase(Path folder, String settings) throws MetaDataAccessException {
        connection = new SingleConnectionDataSource(url(folder) + ";WRITE_DELAY=500" + settings, true);
        jdbc = new JdbcTemplate(connection);
        jdbc.execute("create table if not exists number_of (number int primary key, content varchar)");
        engine = new DatabaseEngine(connection);
        keeper = new ProgressKeeper(engine, new StorageProperties(folder, null, 5));
    }

    /** Starts on what is in the folder, and reads all of it. */
    static Set<Integer> numbersAfterStart(Path folder) throws SQLException {
        checkAtStart(folder);
        Set<Integer> numbers = new TreeSet<>();
        try (var connection = DriverManager.getConnection(url(folder));
                var rows = connection.createStatement().executeQuery("select number, content from number_of")) {
            while (rows.next()) {
                numbers.add(rows.getInt("number"));
            }
            connection.createStatement().execute("shutdown immediately"); // leaves the file as a kill does
        }
        return numbers;
    }

    /** @throws StartupException as the application's start does */
    static void checkAtStart(Path folder) {
        try (var context = new GenericApplicationContext()) {
            context.setEnvironment(new MockEnvironment()
                    .withProperty("three-signs.data", folder.toString())
                    .withProperty("spring.datasource.url", url(folder)));
            new DataFolder().initialize(context);
        }
    }

    private static String url(Path folder) {
        return "jdbc:h2:file:" + folder + "/three-signs;DB_CLOSE_ON_EXIT=FALSE";
    }

    /** Each is on the disk before the next is added. */
    void add(int first, int last) {
        IntStream.rangeClosed(first, last).forEach(number -> {
            jdbc.update("insert into number_of values (?, random_uuid())", number);
            engine.sync();
        });
    }

    void mark() {
        keeper.keep();
    }

    void compactAndClose() {
        engine.compactAndShutDown();
        close();
    }

    @Override
    public void close() {
        keeper.keep();
        engine.shutDown();
        connection.destroy();
    }
}
