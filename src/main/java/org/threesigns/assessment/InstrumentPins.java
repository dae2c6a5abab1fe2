package org.threesigns.assessment;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.startup.StartupException;

/**
 * Makes sure that a version of an instrument says what it said when it was first seen here, so that a stored result keeps its
 * meaning. Checks before the first request and stops the start with a {@link StartupException}.
 */
@Component
class InstrumentPins implements SmartInitializingSingleton {

    private final InstrumentCatalog catalog;
    private final Assessments assessments;
    private final InstrumentPinRepository repository;

    InstrumentPins(InstrumentCatalog catalog, Assessments assessments, InstrumentPinRepository repository) {
        this.catalog = catalog;
        this.assessments = assessments;
        this.repository = repository;
    }

    @Override
    public void afterSingletonsInstantiated() {
        requireVersionsInUse();
        List<InstrumentPin> pins =
                catalog.all().stream().flatMap(InstrumentPins::pins).toList();
        pinNew(pins);
        requireUnchanged(pins);
    }

    /** What an instrument says, in each of its languages. */
    private static Stream<InstrumentPin> pins(Instrument instrument) {
        return instrument.languages().stream()
                .map(language -> new InstrumentPin(
                        new InstrumentPin.Key(instrument.id(), instrument.version(), language),
                        instrument.fingerprint(language)));
    }

    private void requireVersionsInUse() {
        for (var version : assessments.versionsInUse()) {
            if (catalog.find(version.instrument(), version.version()).isEmpty()) {
                throw new StartupException(
                        "The database holds results of %s, but there is no such instrument.".formatted(version),
                        "Put its files back: on the class path, or in the folder that three-signs.instruments names.");
            }
        }
    }

    private void pinNew(List<InstrumentPin> pins) {
        var pinned = fingerprints();
        pins.stream().filter(pin -> !pinned.containsKey(pin.key())).forEach(this::save);
    }

    private void save(InstrumentPin pin) {
        try {
            repository.save(pin);
        } catch (DataIntegrityViolationException e) {
            // Another server that starts at this moment was first; its pin is compared like any other.
        }
    }

    private void requireUnchanged(List<InstrumentPin> pins) {
        var pinned = fingerprints();
        for (InstrumentPin pin : pins) {
            if (!pin.fingerprint().equals(pinned.get(pin.key()))) {
                throw new StartupException(
                        "The content of %s version %s in language '%s' has changed since it was first used here."
                                .formatted(
                                        pin.key().instrument(),
                                        pin.key().version(),
                                        pin.key().language()),
                        "Restore the files, or give the changed instrument a new version in a folder of its own beside"
                                + " the old.");
            }
        }
    }

    private Map<InstrumentPin.Key, String> fingerprints() {
        return repository.findAll().stream().collect(toMap(InstrumentPin::key, InstrumentPin::fingerprint));
    }
}
