package org.threesigns.publication;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.statistics.ResponseCounts;

/** The published counts: one row for each group of results and month. Plain SQL, see the package. */
@Repository
class ResponseCells {

    private static final String ONE_CELL = """
            where instrument = :instrument and instrument_version = :version and language = :language
              and wording = :wording and careless = :careless and counted_month = :month""";

    private final JdbcClient jdbc;
    private final InstrumentCatalog catalog;

    ResponseCells(JdbcClient jdbc, InstrumentCatalog catalog) {
        this.jdbc = jdbc;
        this.catalog = catalog;
    }

    /** Whether this server has the instrument of these results. */
    boolean knows(ResultGroup group) {
        return catalog.find(group.instrument(), group.version()).isPresent();
    }

    /** The instrument of these results. Start-up has made sure that it exists. */
    Instrument instrument(ResultGroup group) {
        return catalog.find(group.instrument(), group.version())
                .orElseThrow(() -> new IllegalStateException(
                        "No instrument %s version %s".formatted(group.instrument(), group.version())));
    }

    /**
     * A cell as it is stored.
     *
     * @param counts readable or not
     * @param exportedRows how many of its results are rows in exports
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by agrees, never by equals
    record Stored(byte[] counts, int exportedRows) {

        boolean agrees(Stored other) {
            return Arrays.equals(counts, other.counts) && exportedRows == other.exportedRows;
        }
    }

    /** @param exported how many of these results are rows in exports */
    void add(Cell cell, ResponseCounts counts, int exported) {
        Optional<Stored> before = lock(cell);
        if (before.isPresent()) {
            ResponseCounts all = read(cell, before.get()).plus(counts);
            update(cell, new Stored(all.stored(), before.get().exportedRows() + exported));
        } else {
            insert(cell, new Stored(counts.stored(), exported));
        }
    }

    /** Adds results that are all rows in exports. */
    void addExported(Cell cell, ResponseCounts counts) {
        add(cell, counts, Math.toIntExact(counts.respondents()));
    }

    /** Takes out results that are all rows in exports. */
    void subtractExported(Cell cell, ResponseCounts counts) {
        subtract(cell, counts, Math.toIntExact(counts.respondents()));
    }

    /** @throws IllegalStateException if there is no such cell */
    void subtract(Cell cell, ResponseCounts counts, int exported) {
        Stored before =
                lock(cell).orElseThrow(() -> new IllegalStateException("Nothing is counted for %s".formatted(cell)));
        update(cell, new Stored(read(cell, before).minus(counts).stored(), before.exportedRows() - exported));
    }

    private ResponseCounts read(Cell cell, Stored stored) {
        return ResponseCounts.read(instrument(cell.group()), stored.counts());
    }

    Optional<Stored> find(Cell cell) {
        return select(cell, "");
    }

    /** The same, locked until the transaction ends. */
    Optional<Stored> lock(Cell cell) {
        return select(cell, " for update");
    }

    private Optional<Stored> select(Cell cell, String locking) {
        return on(cell, "select counts, exported_rows from response_cell " + ONE_CELL + locking)
                .query((row, number) -> new Stored(row.getBytes("counts"), row.getInt("exported_rows")))
                .optional();
    }

    void update(Cell cell, Stored stored) {
        write(cell, stored, "update response_cell set counts = :counts, exported_rows = :exported " + ONE_CELL);
    }

    void insert(Cell cell, Stored stored) {
        write(cell, stored, """
                insert into response_cell
                    (instrument, instrument_version, language, wording, careless, counted_month, counts, exported_rows)
                values (:instrument, :version, :language, :wording, :careless, :month, :counts, :exported)""");
    }

    private void write(Cell cell, Stored stored, String sql) {
        on(cell, sql)
                .param("counts", stored.counts())
                .param("exported", stored.exportedRows())
                .update();
    }

    private JdbcClient.StatementSpec on(Cell cell, String sql) {
        ResultGroup group = cell.group();
        return jdbc.sql(sql)
                .param("instrument", group.instrument())
                .param("version", group.version())
                .param("language", group.language())
                .param("wording", group.wording().key())
                .param("careless", group.careless())
                .param("month", cell.month().atDay(1));
    }
}
