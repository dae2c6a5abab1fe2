package org.threesigns.dashboard;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.publication.PublishedCounts;

/** Creates the dashboard that an address asks for. */
@Component
public class DashboardFactory {

    private final InstrumentCatalog catalog;
    private final PublishedCounts counts;
    private final Clock clock;

    DashboardFactory(InstrumentCatalog catalog, PublishedCounts counts, Clock clock) {
        this.catalog = catalog;
        this.counts = counts;
        this.clock = clock;
    }

    public Dashboard of(Map<String, String> parameters) {
        var reader = new DashboardFilterReader(parameters, YearMonth.now(clock));
        var published = counts.of(reader.instrument(catalog));
        return new Dashboard(reader.filter(catalog, published), published, LocalDate.now(clock));
    }

    /** The latest version of each instrument. */
    List<Instrument> instruments() {
        var latest = new TreeMap<String, Instrument>();
        catalog.all().forEach(instrument -> latest.put(instrument.id(), instrument));
        return List.copyOf(latest.values());
    }
}
