package org.threesigns.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.threesigns.dashboard.DashboardFilter;
import org.threesigns.publication.PublishedRows;

/**
 * Exports published responses, one row a result, in an order drawn anew for each export: otherwise a row that changed would stand
 * where it stood before. It never says whether support came first.
 *
 * <p>An export is prepared as a whole before the first row is sent. One is prepared at a time, so that exports never hold more than
 * one of the connections that respondents need.
 */
@Component
class ResponseExport {

    private final PublishedRows published;
    private final Path folder;
    private final Duration patience;
    private final Semaphore turn = new Semaphore(1, true);

    /**
     * @param folder where rows wait for their reader
     * @param patience how long one export waits for another
     */
    ResponseExport(
            PublishedRows published, @Value("${three-signs.data}") Path folder, @Value("20s") Duration patience) {
        this.published = published;
        this.folder = folder;
        this.patience = patience;
    }

    /**
     * The rows that the filter matches, all of one moment; to be closed by the caller.
     *
     * @throws ExportUnavailableException if they cannot be had now
     */
    RowSpool prepare(DashboardFilter filter) {
        takeTurn();
        try {
            return spool(filter);
        } catch (IOException | UncheckedIOException e) {
            throw new ExportUnavailableException(
                    "This server could not write the file; perhaps its disk has too little room.", e);
        } catch (DataAccessException | TransactionException e) {
            throw new ExportUnavailableException("The database did not answer.", e);
        } finally {
            turn.release();
        }
    }

    private void takeTurn() {
        boolean taken = false;
        try {
            taken = turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!taken) {
            throw new ExportUnavailableException("Other exports are being prepared.", null);
        }
    }

    private RowSpool spool(DashboardFilter filter) throws IOException {
        RowSpool spool = RowSpool.open(folder, filter.instrument());
        boolean complete = false;
        try {
            published.forEach(filter.instrument(), filter.counts(), spool::add);
            complete = true;
            return spool;
        } finally {
            if (!complete) {
                spool.close();
            }
        }
    }
}
