package org.threesigns.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threesigns.Concurrently;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.InstrumentCatalog;
import org.threesigns.instrument.Wording;
import org.threesigns.scoring.Responses;
import org.threesigns.startup.StartupException;

@StoreTest
abstract class InstrumentPinsTests {

    @Autowired
    private InstrumentCatalog catalog;

    @Autowired
    private Assessments assessments;

    @Autowired
    private InstrumentPinRepository repository;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void forgetAllPins() {
        jdbc.sql("delete from instrument_pin").update();
    }

    @Test
    void pinsWhatIsSeenForTheFirstTime() {
        start();

        assertThat(pinned()).containsExactlyInAnyOrderElementsOf(fingerprints());
    }

    @Test
    void startsAgainWithTheSameContent() {
        start();

        assertThatNoException().isThrownBy(this::start);

        assertThat(pinned()).hasSameSizeAs(fingerprints());
    }

    @Test
    void pinsALanguageThatJoinsLater() {
        start();
        jdbc.sql("delete from instrument_pin where instrument = ? and language = 'en'")
                .param(catalog.main().id())
                .update();

        start();

        assertThat(pinned()).containsExactlyInAnyOrderElementsOf(fingerprints());
    }

    @Test
    void refusesContentThatChangedUnderTheSameVersion() {
        start();
        jdbc.sql("update instrument_pin set fingerprint = 'of other content' where instrument = ? and language = 'en'")
                .param(catalog.main().id())
                .update();

        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(this::start)
                .withMessageContaining("has changed")
                .withMessageContaining(catalog.main().id())
                .satisfies(refusal -> assertThat(refusal.remedy()).contains("Restore", "new version"));
    }

    @Test
    void refusesToStartWithoutAVersionThatResultsWereGiven() {
        jdbc.sql("insert into instrument_pin values ('gone', 3, 'en', 'f')").update();
        var token = AssessmentsTests.someToken();
        assessments.save(token, resultOfGone());
        try {
            assertThatExceptionOfType(StartupException.class)
                    .isThrownBy(this::start)
                    .withMessageContaining("gone version 3")
                    .satisfies(refusal -> assertThat(refusal.remedy()).contains("three-signs.instruments"));
        } finally {
            assessments.delete(token);
        }
    }

    @Test
    void doesWithoutAVersionThatNobodyWasGiven() {
        jdbc.sql("insert into instrument_pin values ('gone', 3, 'en', 'f')").update();

        assertThatNoException().isThrownBy(this::start);
    }

    /** As where another copy with other content was first, after this one had looked. */
    @Test
    void aPinIsNeverOverwritten() {
        start();
        var pin = repository.findAll().get(0);

        repository.save(new InstrumentPin(pin.key(), "of other content"));

        assertThat(pinned()).containsExactlyInAnyOrderElementsOf(fingerprints());
    }

    @RepeatedTest(5)
    void pinsOnceWhenSeveralCopiesStartAtOnce() {
        Concurrently.atOnce(4, () -> {
            start();
            return true;
        });

        assertThat(pinned()).hasSameSizeAs(fingerprints());
    }

    private void start() {
        new InstrumentPins(catalog, assessments, repository).afterSingletonsInstantiated();
    }

    private List<String> pinned() {
        return jdbc.sql("select fingerprint from instrument_pin")
                .query(String.class)
                .list();
    }

    private List<String> fingerprints() {
        return catalog.all().stream()
                .flatMap(instrument -> fingerprints(instrument).stream())
                .toList();
    }

    private static List<String> fingerprints(Instrument instrument) {
        return instrument.languages().stream().map(instrument::fingerprint).toList();
    }

    private static CompletedAssessment resultOfGone() {
        return new CompletedAssessment(
                "gone", 3, "en", LocalDate.of(2025, 3, 17), new Responses("0"), false, Wording.CURRENT, false);
    }
}
