package org.threesigns.operations;

import static java.util.stream.Collectors.joining;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.threesigns.startup.StartupException;
import org.threesigns.storage.EmbeddedFile;

/**
 * Copies every row of an embedded file into an empty database with the same tables, in one transaction: either all rows
 * arrive or none. The file is not changed. Rows are written in the order of their keys, so that the new database does not
 * reveal the order of arrival.
 */
class Transfer {

    private static final Logger log = LoggerFactory.getLogger(Transfer.class);
    private static final int AT_ONCE = 1_000;

    private final Path folder;
    private final JdbcTemplate source;
    private final JdbcTemplate target;
    private final TransactionTemplate transaction;

    /** @param folder the {@code three-signs.data} of the other installation, which must be stopped */
    Transfer(Path folder, DataSource target) {
        this.folder = folder.toAbsolutePath().normalize();
        this.source = new JdbcTemplate(new SimpleDriverDataSource(
                new org.h2.Driver(), "jdbc:h2:file:%s/three-signs;IFEXISTS=TRUE".formatted(this.folder), "sa", ""));
        this.source.setFetchSize(AT_ONCE);
        this.target = new JdbcTemplate(target);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(target));
    }

    /** @throws StartupException if there is nothing to move, the versions differ, or the target has data already */
    void run() {
        if (!Files.isRegularFile(folder.resolve("three-signs.mv.db"))) {
            throw new StartupException(
                    "Nothing was moved. There is no file three-signs.mv.db in " + folder + ".",
                    "Give three-signs.move-from the folder that three-signs.data was.");
        }
        new EmbeddedFile(folder).requireWhole();
        requireSameVersion();
        List<SourceTable> tables = SourceTable.parentsFirst(source);
        requireEmpty(tables);
        transaction.executeWithoutResult(status -> tables.forEach(this::copy));
        log.info(
                "Moved {} results and all else from {}. That file is as it was: keep it until you have looked around here,"
                        + " then delete it. Now take three-signs.move-from out of the settings.",
                source.queryForObject("select count(*) from assessment", Long.class),
                folder);
    }

    private void requireSameVersion() {
        String versions =
                "select \"version\" from \"flyway_schema_history\" where \"version\" is not null order by \"installed_rank\"";
        List<String> there = source.queryForList(versions, String.class);
        List<String> here = target.queryForList(versions, String.class);
        if (!there.equals(here)) {
            throw new StartupException(
                    "Nothing was moved. The file has the tables of another version (%s instead of %s)."
                            .formatted(String.join(", ", there), String.join(", ", here)),
                    "Start this version of the application once with the file (three-signs.data), stop it, and move then.");
        }
    }

    private void requireEmpty(List<SourceTable> tables) {
        String filled = tables.stream()
                .map(SourceTable::name)
                .filter(name -> !target.queryForList("select 1 from " + name + " limit 1")
                        .isEmpty())
                .collect(joining(", "));
        if (!filled.isEmpty()) {
            throw new StartupException(
                    "Nothing was moved. The database to move to holds data already (" + filled + ").",
                    "If this is the second start after moving: take three-signs.move-from out of the settings."
                            + " Otherwise move to a new, empty database.");
        }
    }

    private void copy(SourceTable table) {
        var rows = new RowWriter(table);
        source.query(table.selectOrderedByKeys(), (RowCallbackHandler) row -> {
            var values = new Object[table.columns().size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = row.getObject(i + 1);
            }
            rows.add(values);
        });
        rows.flush();
        table.identity().ifPresent(column -> restartIdentity(table, column));
    }

    /** The next row must get a number that no copied row has. */
    private void restartIdentity(SourceTable table, String column) {
        Long highest = target.queryForObject(
                "select coalesce(max(%s), 0) from %s".formatted(column, table.name()), Long.class);
        target.execute("alter table %s alter column %s restart with %s"
                .formatted(table.name(), column, (highest == null ? 0 : highest) + 1));
    }

    /** Inserts rows into one table, many at a time. */
    private final class RowWriter {

        private final String insert;
        private final List<Object[]> waiting = new ArrayList<>();

        RowWriter(SourceTable table) {
            insert = "insert into %s (%s) values (%s)"
                    .formatted(
                            table.name(),
                            String.join(", ", table.columns()),
                            String.join(
                                    ", ", Collections.nCopies(table.columns().size(), "?")));
        }

        void add(Object[] row) {
            waiting.add(row);
            if (waiting.size() == AT_ONCE) {
                flush();
            }
        }

        void flush() {
            target.batchUpdate(insert, waiting);
            waiting.clear();
        }
    }
}
