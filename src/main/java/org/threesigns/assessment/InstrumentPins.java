package org.threesigns.assessment;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;

/**
 * Holds every version of an instrument to what it said when it was first seen here, so that a stored result never comes
 * to mean something else. Checks before the first request; refuses the start with an {@link UnreadableResultsException}.
 */
@Component
class InstrumentPins implements SmartInitializingSingleton {

    private record Pin(String instrument, int version, String language) {

        static Pin of(Instrument instrument, String language) {
            return new Pin(instrument.id(), instrument.version(), language);
        }
    }

    private record PinRow(String instrument, int instrumentVersion, String language, String fingerprint) {

        Pin pin() {
            return new Pin(instrument, instrumentVersion, language);
        }
    }

    private final InstrumentCatalog catalog;
    private final Assessments assessments;
    private final JdbcClient jdbc;

    InstrumentPins(InstrumentCatalog catalog, Assessments assessments, JdbcClient jdbc) {
        this.catalog = catalog;
        this.assessments = assessments;
        this.jdbc = jdbc;
    }

    @Override
    public void afterSingletonsInstantiated() {
        requireVersionsInUse();
        var instruments = catalog.all();
        pinWhatIsNew(instruments, pins());
        requireUnchanged(instruments, pins());
    }

    private void requireVersionsInUse() {
        for (var version : assessments.versionsInUse()) {
            if (catalog.find(version.instrument(), version.version()).isEmpty()) {
                throw UnreadableResultsException.missing(version);
            }
        }
    }

    private void pinWhatIsNew(List<Instrument> instruments, Map<Pin, String> pins) {
        for (var instrument : instruments) {
            for (var language : instrument.languages()) {
                if (!pins.containsKey(Pin.of(instrument, language))) {
                    pin(Pin.of(instrument, language), instrument.fingerprint(language));
                }
            }
        }
    }

    private void pin(Pin pin, String fingerprint) {
        try {
            jdbc.sql("""
                            insert into instrument_pin (instrument, instrument_version, language, fingerprint)
                            values (?, ?, ?, ?)""")
                    .params(pin.instrument(), pin.version(), pin.language(), fingerprint)
                    .update();
        } catch (DuplicateKeyException e) {
            // Another copy that starts at this moment was first; what it pinned is compared like any other.
        }
    }

    private void requireUnchanged(List<Instrument> instruments, Map<Pin, String> pins) {
        for (var instrument : instruments) {
            for (var language : instrument.languages()) {
                if (!instrument.fingerprint(language).equals(pins.get(Pin.of(instrument, language)))) {
                    throw UnreadableResultsException.changed(instrument, language);
                }
            }
        }
    }

    private Map<Pin, String> pins() {
        return jdbc
                .sql("select instrument, instrument_version, language, fingerprint from instrument_pin")
                .query(PinRow.class)
                .list()
                .stream()
                .collect(toMap(PinRow::pin, PinRow::fingerprint));
    }
}
