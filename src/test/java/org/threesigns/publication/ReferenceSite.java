package org.threesigns.publication;

import static java.util.stream.Collectors.groupingBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.transaction.support.TransactionOperations;
import org.threesigns.Concurrently;
import org.threesigns.assessment.AssessmentToken;
import org.threesigns.assessment.Assessments;
import org.threesigns.assessment.CompletedAssessment;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.instrument.Wording;
import org.threesigns.scoring.CarelessResponding;
import org.threesigns.scoring.ReferenceData;
import org.threesigns.scoring.ReferenceData.Sitting;
import org.threesigns.scoring.Responses;

/** A site that the 20,000 reference respondents came to: stored one by one as they came, published month by month. */
public final class ReferenceSite {

    private static final int AT_ONCE = 24;

    private final Assessments assessments;
    private final PublicationQueue queue;
    private final ResponseCells cells;
    private final TransactionOperations transactions;
    private final PublicationProperties properties;
    private final SecureRandom random = new SecureRandom();

    ReferenceSite(
            Assessments assessments,
            PublicationQueue queue,
            ResponseCells cells,
            TransactionOperations transactions,
            PublicationProperties properties) {
        this.assessments = assessments;
        this.queue = queue;
        this.cells = cells;
        this.transactions = transactions;
        this.properties = properties;
    }

    /** Lets them all come, and flags nobody. */
    public void open() {
        open(TestInstruments.sim24(), 1);
    }

    /**
     * Lets some of them come to an instrument of at most as many scales and items, in which the items of a scale get the
     * item scores that they got in theirs. Those who were fast, or always gave the same answer, are flagged.
     *
     * @param every 10 for each tenth
     */
    public void open(Instrument instrument, int every) {
        var all = ReferenceData.sittings();
        TreeMap<YearMonth, List<CompletedAssessment>> byMonth = IntStream.range(0, all.size())
                .filter(sitting -> sitting % every == 0)
                .mapToObj(sitting -> completed(instrument, all.get(sitting), every > 1))
                .collect(groupingBy(
                        completed -> YearMonth.from(completed.completedOn()), TreeMap::new, Collectors.toList()));
        for (var month : byMonth.entrySet()) {
            store(month.getValue());
            publish(month.getKey());
        }
    }

    private static CompletedAssessment completed(Instrument instrument, Sitting sitting, boolean flagged) {
        Responses responses = translated(instrument, sitting.responses());
        return new CompletedAssessment(
                instrument.id(),
                instrument.version(),
                "en",
                sitting.day(),
                responses,
                flagged && CarelessResponding.suspected(TestInstruments.sim24(), sitting.responses(), sitting.time()),
                Wording.CURRENT,
                false);
    }

    private static Responses translated(Instrument instrument, Responses responses) {
        Instrument sim24 = TestInstruments.sim24();
        Responses translated = Responses.allSkipped(instrument.items().size());
        for (int scale = 0; scale < instrument.scales().size(); scale++) {
            List<Item> items = instrument.scales().get(scale).items();
            for (int item = 0; item < items.size(); item++) {
                Item simulated = sim24.scales().get(scale).items().get(item);
                OptionalInt option = responses.option(simulated);
                if (option.isPresent()) {
                    boolean turned = simulated.keying() != items.get(item).keying();
                    translated = translated.with(items.get(item), turned ? 4 - option.getAsInt() : option.getAsInt());
                }
            }
        }
        for (Item unscored : instrument.unscoredItems()) {
            // Any other item's answers will do: nobody reads more into them than how often each was chosen.
            OptionalInt option = responses.option(
                    sim24.items().get(unscored.index() % sim24.items().size()));
            translated = option.isPresent() ? translated.with(unscored, option.getAsInt()) : translated;
        }
        return translated;
    }

    private void store(List<CompletedAssessment> results) {
        Concurrently.someAtATime(
                AT_ONCE,
                results.stream()
                        .map(result -> (Callable<Boolean>) () -> save(result))
                        .toList());
    }

    private boolean save(CompletedAssessment result) {
        var bytes = new byte[18];
        random.nextBytes(bytes);
        assessments.save(AssessmentToken.of(bytes), result);
        return true;
    }

    /** Publishes what waits, as if it were this month. */
    public void publish(YearMonth month) {
        var clock = Clock.fixed(month.atEndOfMonth().atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        new Publisher(queue, cells, transactions, clock, properties).publish();
    }
}
