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

    /** What an instrument says in one language. */
    private record Content(Instrument instrument, String language) {

        InstrumentPin.Key key() {
            return new InstrumentPin.Key(instrument.id(), instrument.version(), language);
        }

        String fingerprint() {
            return instrument.fingerprint(language);
        }
    }

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
        var contents = catalog.all().stream().flatMap(InstrumentPins::contents).toList();
        pinNew(contents);
        requireUnchanged(contents);
    }

    private static Stream<Content> contents(Instrument instrument) {
        return instrument.languages().stream().map(language -> new Content(instrument, language));
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

    private void pinNew(List<Content> contents) {
        var pinned = fingerprints();
        contents.stream().filter(content -> !pinned.containsKey(content.key())).forEach(this::pin);
    }

    private void pin(Content content) {
        try {
            repository.save(new InstrumentPin(content.key(), content.fingerprint()));
        } catch (DataIntegrityViolationException e) {
            // Another server that starts at this moment was first; its pin is compared like any other.
        }
    }

    private void requireUnchanged(List<Content> contents) {
        var pinned = fingerprints();
        for (var content : contents) {
            if (!content.fingerprint().equals(pinned.get(content.key()))) {
                throw new StartupException(
                        "The content of %s version %s in language '%s' has changed since it was first used here."
                                .formatted(
                                        content.instrument().id(),
                                        content.instrument().version(),
                                        content.language()),
                        "Restore the files, or give the changed instrument a new version in a folder of its own beside"
                                + " the old.");
            }
        }
    }

    private Map<InstrumentPin.Key, String> fingerprints() {
        return repository.findAll().stream().collect(toMap(InstrumentPin::key, InstrumentPin::fingerprint));
    }
}
