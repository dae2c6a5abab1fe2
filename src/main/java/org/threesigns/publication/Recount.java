package org.threesigns.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.threesigns.publication.ResponseCells.Stored;
import org.threesigns.scoring.Responses;
import org.threesigns.statistics.ResponseCounter;

/**
 * Counts the published results again, and corrects the counts that do not agree. Others may work at the same time; a cell is
 * locked only if its counts do not agree.
 */
@Component
public class Recount {

    /**
     * The outcome of a recount.
     *
     * @param cells how many groups and months there are
     * @param corrected how many of them had wrong counts, which are right now
     */
    public record Report(int cells, int corrected) {

        public boolean agreed() {
            return corrected == 0;
        }
    }

    private final JdbcClient jdbc;
    private final ResponseCells cells;
    private final TransactionOperations transactions;

    /** Sees the cell and the results of one moment. At a lower isolation level H2 takes one snapshot per table. */
    private final TransactionTemplate snapshot;

    Recount(JdbcClient jdbc, ResponseCells cells, PlatformTransactionManager transactionManager) {
        this.jdbc = jdbc;
        this.cells = cells;
        this.transactions = new TransactionTemplate(transactionManager);
        this.snapshot = new TransactionTemplate(transactionManager);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
        this.snapshot.setReadOnly(true);
    }

    /** Counts everything again, cell by cell, but not the cells of an instrument that was removed: it has no results. */
    public Report recount() {
        List<Cell> all =
                cells().stream().filter(cell -> cells.knows(cell.group())).toList();
        int corrected = 0;
        for (Cell cell : all) {
            boolean agreed = snapshot.execute(status -> agrees(cell)) || transactions.execute(status -> recount(cell));
            corrected += agreed ? 0 : 1;
        }
        return new Report(all.size(), corrected);
    }

    private List<Cell> cells() {
        return jdbc.sql("""
                        select instrument, instrument_version, language, wording, careless, counted_month from response_cell
                        union
                        select a.instrument, a.instrument_version, a.language, b.wording, a.careless, b.counted_month
                        from batch b join assessment a on a.batch = b.id
                        where b.counted_month is not null""").query(Recount::cell).list();
    }

    private boolean agrees(Cell cell) {
        return cells.find(cell).filter(stored -> stored.agrees(count(cell))).isPresent();
    }

    /** Locks the cell first. Publishing and withdrawing change batches and cell in one transaction, so neither changes now. */
    private boolean recount(Cell cell) {
        Optional<Stored> stored = cells.lock(cell);
        Stored counted = count(cell);
        if (stored.isEmpty()) {
            cells.insert(cell, counted);
            return false;
        }
        boolean agreed = stored.get().agrees(counted);
        if (!agreed) {
            cells.update(cell, counted);
        }
        return agreed;
    }

    private Stored count(Cell cell) {
        var counter = new ResponseCounter(cells.instrument(cell.group()));
        var exported = new AtomicInteger();
        jdbc.sql("""
                        select a.responses, b.exported from batch b join assessment a on a.batch = b.id
                        where b.counted_month = ? and b.wording = ?
                          and a.instrument = ? and a.instrument_version = ? and a.language = ? and a.careless = ?""")
                .params(
                        cell.month().atDay(1),
                        cell.group().wording().key(),
                        cell.group().instrument(),
                        cell.group().version(),
                        cell.group().language(),
                        cell.group().careless())
                .withFetchSize(1000)
                .query((RowCallbackHandler) row -> {
                    counter.add(new Responses(row.getString("responses")));
                    exported.addAndGet(row.getBoolean("exported") ? 1 : 0);
                });
        return new Stored(counter.counts().stored(), exported.get());
    }

    private static Cell cell(ResultSet row, int number) throws SQLException {
        return new Cell(PublicationQueue.group(row), YearMonth.from(row.getObject("counted_month", LocalDate.class)));
    }
}
