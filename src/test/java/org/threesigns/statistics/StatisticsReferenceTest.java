package org.threesigns.statistics;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.scoring.ReferenceData;
import org.threesigns.scoring.Responses;

/** The figures that R gives for the 20,000 reference respondents, and those of the 9,517 complete on every item. */
class StatisticsReferenceTest {

    private static final Instrument SIM24 = TestInstruments.sim24();
    private static final List<Responses> ALL =
            List.copyOf(ReferenceData.responses().values());

    @TestFactory
    Stream<DynamicTest> everybodyAgreesWithR() {
        return new ReferenceAgreement(new InstrumentStatistics(ResponseCounts.of(SIM24, ALL))).everybody();
    }

    @TestFactory
    Stream<DynamicTest> thoseCompleteOnEveryItemAgreeWithR() {
        var complete =
                ALL.stream().filter(each -> each.encoded().indexOf('-') < 0).toList();
        return new ReferenceAgreement(new InstrumentStatistics(ResponseCounts.of(SIM24, complete))).complete();
    }
}
