package org.threesigns.publication;

import java.time.YearMonth;
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

    /** @param exported how many of these results are rows in exports */
    void add(ResultGroup group, YearMonth month, ResponseCounts counts, int exported) {
        Optional<ResponseCounts> before = lock(group, month);
        if (before.isPresent()) {
            update(group, month, before.get().plus(counts).stored());
        } else {
            insert(group, month, counts.stored());
        }
        addExportedRows(group, month, exported);
    }

    /** Adds results that are all rows in exports. */
    void addExported(ResultGroup group, YearMonth month, ResponseCounts counts) {
        add(group, month, counts, Math.toIntExact(counts.respondents()));
    }

    /** Takes out results that are all rows in exports. */
    void subtractExported(ResultGroup group, YearMonth month, ResponseCounts counts) {
        subtract(group, month, counts, Math.toIntExact(counts.respondents()));
    }

    /** @throws IllegalStateException if there is no such cell */
    void subtract(ResultGroup group, YearMonth month, ResponseCounts counts, int exported) {
        ResponseCounts before = lock(group, month)
                .orElseThrow(
                        () -> new IllegalStateException("Nothing is counted for %s in %s".formatted(group, month)));
        update(group, month, before.minus(counts).stored());
        addExportedRows(group, month, -exported);
    }

    void addExportedRows(ResultGroup group, YearMonth month, int more) {
        cell(group, month, "update response_cell set exported_rows = exported_rows + :more " + ONE_CELL)
                .param("more", more)
                .update();
    }

    int exportedRows(ResultGroup group, YearMonth month) {
        return cell(group, month, "select exported_rows from response_cell " + ONE_CELL)
                .query(Integer.class)
                .single();
    }

    /** The counts of a cell, locked until the transaction ends. */
    private Optional<ResponseCounts> lock(ResultGroup group, YearMonth month) {
        return lockStored(group, month).map(stored -> ResponseCounts.read(instrument(group), stored));
    }

    /** The stored form of a cell, readable or not. */
    Optional<byte[]> stored(ResultGroup group, YearMonth month) {
        return cell(group, month, "select counts from response_cell " + ONE_CELL)
                .query(byte[].class)
                .optional();
    }

    /** The same, locked until the transaction ends. */
    Optional<byte[]> lockStored(ResultGroup group, YearMonth month) {
        return cell(group, month, "select counts from response_cell " + ONE_CELL + " for update")
                .query(byte[].class)
                .optional();
    }

    void update(ResultGroup group, YearMonth month, byte[] counts) {
        cell(group, month, "update response_cell set counts = :counts " + ONE_CELL)
                .param("counts", counts)
                .update();
    }

    void insert(ResultGroup group, YearMonth month, byte[] counts) {
        cell(group, month, """
                        insert into response_cell
                            (instrument, instrument_version, language, wording, careless, counted_month, counts)
                        values (:instrument, :version, :language, :wording, :careless, :month, :counts)""").param("counts", counts).update();
    }

    private JdbcClient.StatementSpec cell(ResultGroup group, YearMonth month, String sql) {
        return jdbc.sql(sql)
                .param("instrument", group.instrument())
                .param("version", group.version())
                .param("language", group.language())
                .param("wording", group.wording().key())
                .param("careless", group.careless())
                .param("month", month.atDay(1));
    }
}
