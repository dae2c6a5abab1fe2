package org.threesigns.publication;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.threesigns.assessment.InstrumentVersion;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.statistics.PeerFigures;
import org.threesigns.statistics.UnreadableCountsException;

/**
 * The figures of everybody who answered here, kept in memory so that a respondent's page neither reads nor computes counts.
 * They are read once a minute on each server, and stay as they are while the database is away.
 */
@Component
public class PeerFigureCache implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(PeerFigureCache.class);

    private final InstrumentCatalog catalog;
    private final PublishedCounts published;
    private final Map<InstrumentVersion, PeerFigures> figures = new ConcurrentHashMap<>();

    PeerFigureCache(InstrumentCatalog catalog, PublishedCounts published) {
        this.catalog = catalog;
        this.published = published;
    }

    /** The figures of this version of an instrument of the catalogue. */
    public PeerFigures of(Instrument instrument) {
        return figures.computeIfAbsent(InstrumentVersion.of(instrument), version -> PeerFigures.none(instrument));
    }

    @Override
    public void afterSingletonsInstantiated() {
        readOrKeep();
    }

    /** Reads the figures anew. Those that cannot be read stay as they are, as a page with old figures is better than none. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    public void readOrKeep() {
        try {
            read();
        } catch (DataAccessException | TransactionException e) {
            log.warn(
                    "The figures of the people who answered here could not be read; the last ones stay. ({})",
                    e.getClass().getSimpleName());
        }
    }

    synchronized void read() {
        catalog.all().forEach(this::readOrKeep);
    }

    private void readOrKeep(Instrument instrument) {
        try {
            figures.put(InstrumentVersion.of(instrument), new PeerFigures(published.of(instrument)));
        } catch (UnreadableCountsException e) {
            log.warn(
                    "The counts of {}, version {}, cannot be read, so its last figures stay. ({})",
                    instrument.id(),
                    instrument.version(),
                    e.getMessage());
        }
    }
}
