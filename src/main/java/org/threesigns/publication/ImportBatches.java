package org.threesigns.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threesigns.statistics.CountedWording;
import org.threesigns.statistics.ResponseCounter;

/** The batches of imports. Each holds results of its import only. Plain SQL, see the package. */
@Repository
class ImportBatches {

    private static final String OF_IMPORT = "batch in (select id from batch where response_import = ?)";
    private static final int FETCH_SIZE = 1000;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final ResponseCells cells;

    ImportBatches(JdbcTemplate jdbc, JdbcClient client, ResponseCells cells) {
        this.jdbc = jdbc;
        this.client = client;
        this.cells = cells;
    }

    /**
     * Makes batches for results to come. None of these was published before, so exports show their rows.
     *
     * @param cell where they are counted; null if they are not
     * @param number of the import; null for one that is never undone
     */
    void insert(Collection<UUID> batches, @Nullable Cell cell, @Nullable Long number) {
        LocalDate month = cell == null ? null : cell.month().atDay(1);
        CountedWording wording =
                cell == null ? CountedWording.NOT_SEPARATED : cell.group().wording();
        jdbc.batchUpdate(
                "insert into batch (id, counted_month, wording, exported, response_import) values (?, ?, ?, ?, ?)",
                batches.stream()
                        .map(batch -> new @Nullable Object[] {batch, month, wording.key(), month != null, number})
                        .toList());
    }

    /**
     * The batches of an import, its results locked until the transaction ends. Results first, as everybody else locks them
     * before their batch.
     */
    List<UUID> lock(long number) {
        client.sql("select id from assessment where " + OF_IMPORT + " for update")
                .param(number)
                .withFetchSize(FETCH_SIZE)
                .query((RowCallbackHandler) row -> {});
        return client.sql("select id from batch where response_import = ? for update")
                .param(number)
                .query(UUID.class)
                .list();
    }

    /** What an import adds to each cell. */
    Map<Cell, ResponseCounter> count(long number) {
        var counted = new TreeMap<Cell, ResponseCounter>();
        client.sql("""
                        select b.counted_month, a.id, a.responses, a.instrument, a.instrument_version, a.language,
                               b.wording, a.careless
                        from batch b join assessment a on a.batch = b.id
                        where b.response_import = ? and b.counted_month is not null""").param(number).withFetchSize(FETCH_SIZE).query((RowCallbackHandler) row -> count(row, counted));
        return counted;
    }

    private void count(ResultSet row, Map<Cell, ResponseCounter> counted) throws SQLException {
        WaitingResult result = PublicationQueue.result(row, 0);
        YearMonth month = YearMonth.from(row.getObject("counted_month", LocalDate.class));
        counted.computeIfAbsent(
                        new Cell(result.group(), month), cell -> new ResponseCounter(cells.instrument(cell.group())))
                .add(result.responses());
    }

    void delete(long number) {
        client.sql("delete from batch where response_import = ?").param(number).update();
    }
}
