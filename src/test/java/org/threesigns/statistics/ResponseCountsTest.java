package org.threesigns.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.scoring.Responses;

class ResponseCountsTest {

    private static final int GROUP = 60;

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfRespondentsDoesNotMatter(int seed) {
        var random = new Random(seed);
        Instrument instrument = InstrumentShapes.any(random);
        var group = new ArrayList<>(InstrumentShapes.group(instrument, random, GROUP));
        ResponseCounts counts = ResponseCounts.of(instrument, group);

        Collections.shuffle(group, random);

        assertThat(ResponseCounts.of(instrument, group)).isEqualTo(counts);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyShardsMergedInAnyOrderGiveTheSame(int seed) {
        var random = new Random(seed);
        Instrument instrument = InstrumentShapes.any(random);
        List<Responses> group = InstrumentShapes.group(instrument, random, GROUP);

        List<ResponseCounts> shards = shards(instrument, group, random);

        assertThat(sum(instrument, shards)).isEqualTo(ResponseCounts.of(instrument, group));
        Collections.shuffle(shards, random);
        assertThat(sum(instrument, shards)).isEqualTo(ResponseCounts.of(instrument, group));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsAddedCanBeTakenAwayAgain(int seed) {
        var random = new Random(seed);
        Instrument instrument = InstrumentShapes.any(random);
        ResponseCounts before = ResponseCounts.of(instrument, InstrumentShapes.group(instrument, random, GROUP));
        ResponseCounts batch = ResponseCounts.of(instrument, InstrumentShapes.group(instrument, random, 12));

        assertThat(before.plus(batch).minus(batch)).isEqualTo(before);
        assertThat(before.minus(before)).isEqualTo(ResponseCounts.none(instrument));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theStoredFormIsReadAsItWasWritten(int seed) {
        var random = new Random(seed);
        Instrument instrument = InstrumentShapes.any(random);
        ResponseCounts counts =
                ResponseCounts.of(instrument, InstrumentShapes.group(instrument, random, random.nextInt(GROUP)));

        assertThat(ResponseCounts.read(instrument, counts.stored())).isEqualTo(counts);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsNotAskedIsCountedApartFromWhatIsSkipped(int seed) {
        var random = new Random(seed);
        Instrument instrument = InstrumentShapes.any(random);
        List<Responses> group = InstrumentShapes.group(instrument, random, GROUP);
        ResponseCounts counts = ResponseCounts.of(instrument, group);

        assertThat(instrument.items()).allSatisfy(item -> {
            assertThat(counts.skipped(item))
                    .isEqualTo(group.stream().filter(each -> each.skipped(item)).count());
            assertThat(counts.notAsked(item))
                    .isEqualTo(
                            group.stream().filter(each -> !each.isAsked(item)).count());
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyItemIsAnsweredOrSkippedByEverybodyWhoIsAsked(int seed) {
        var random = new Random(seed);
        Instrument instrument = InstrumentShapes.any(random);
        ResponseCounts counts = ResponseCounts.of(instrument, InstrumentShapes.group(instrument, random, GROUP));

        assertThat(instrument.items())
                .allSatisfy(item -> assertThat(IntStream.range(
                                                0,
                                                item.responseScale().options().size())
                                        .mapToLong(option -> counts.chose(item, option))
                                        .sum()
                                + counts.skipped(item)
                                + counts.notAsked(item))
                        .isEqualTo(GROUP));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everybodyHasOnePlaceOnEveryScale(int seed) {
        var random = new Random(seed);
        Instrument instrument = InstrumentShapes.any(random);
        ResponseCounts counts = ResponseCounts.of(instrument, InstrumentShapes.group(instrument, random, GROUP));

        assertThat(instrument.scales())
                .allSatisfy(scale -> assertThat(onScale(counts, scale)).isEqualTo(GROUP));
    }

    @Test
    void theLargestInstrumentHasRoomForItsLargestSums() {
        Instrument instrument = InstrumentShapes.forward(11, 60, 60);
        Responses highest = new Responses("a".repeat(120));

        ResponseCounts counts = ResponseCounts.of(instrument, List.of(highest, highest));

        Scale scale = instrument.scales().get(1);
        assertThat(counts.complete(scale)).isEqualTo(2);
        assertThat(counts.sumOfProducts(scale, 59, 0)).isEqualTo(2 * 10 * 10);
        assertThat(counts.pairSum(counts.pairs().get(0), 60, 60, 5)).isEqualTo(2L * 600 * 600);
        assertThat(ResponseCounts.read(instrument, counts.stored())).isEqualTo(counts);
    }

    @Test
    void nobodyTakesAlmostNoRoom() {
        assertThat(ResponseCounts.none(TestInstruments.threeSigns()).stored()).hasSizeLessThan(8);
    }

    @Test
    void respondentsWhoAreNotThereCannotBeTakenAway() {
        Instrument instrument = InstrumentShapes.forward(5, 4, 4);
        var one = ResponseCounts.of(instrument, List.of(new Responses("00000000")));
        var other = ResponseCounts.of(instrument, List.of(new Responses("00000001")));

        assertThatIllegalArgumentException().isThrownBy(() -> one.minus(other)).withMessageContaining("not in this");
    }

    @Test
    void differentInstrumentsDoNotMix() {
        var four = ResponseCounts.none(InstrumentShapes.forward(5, 4, 4));
        var five = ResponseCounts.none(InstrumentShapes.forward(5, 4, 5));

        assertThatIllegalArgumentException().isThrownBy(() -> four.plus(five));
    }

    @Test
    void responsesThatDoNotFitAreRefused() {
        Instrument instrument = InstrumentShapes.forward(3, 2, 2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResponseCounts.of(instrument, List.of(new Responses("000"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResponseCounts.of(instrument, List.of(new Responses("0030"))));
    }

    @Test
    void aNewerStoredFormIsRefusedWithWhatToDo() {
        Instrument instrument = InstrumentShapes.forward(3, 2, 2);
        byte[] stored = ResponseCounts.none(instrument).stored();
        stored[0]++;

        assertThatExceptionOfType(UnreadableCountsException.class)
                .isThrownBy(() -> ResponseCounts.read(instrument, stored))
                .withMessageContaining("newer version")
                .satisfies(
                        refused -> assertThat(refused.remedy()).contains("Start the newer version again", "recount"));
    }

    @Test
    void damagedCountsAreRefused() {
        Instrument instrument = InstrumentShapes.forward(3, 2, 2);
        byte[] stored =
                ResponseCounts.of(instrument, List.of(new Responses("0120"))).stored();

        for (int length = 0; length < stored.length; length++) {
            byte[] cut = Arrays.copyOf(stored, length);
            assertThatExceptionOfType(UnreadableCountsException.class)
                    .isThrownBy(() -> ResponseCounts.read(instrument, cut));
        }
        byte[] longer = Arrays.copyOf(stored, stored.length + 1);
        assertThatExceptionOfType(UnreadableCountsException.class)
                .isThrownBy(() -> ResponseCounts.read(instrument, longer));
        assertThatExceptionOfType(UnreadableCountsException.class)
                .isThrownBy(() -> ResponseCounts.read(InstrumentShapes.forward(3, 2, 3), stored));
    }

    private static List<ResponseCounts> shards(Instrument instrument, List<Responses> group, Random random) {
        List<ResponseCounts> shards = new ArrayList<>();
        for (int from = 0; from < group.size(); ) {
            int to = Math.min(group.size(), from + 1 + random.nextInt(20));
            shards.add(ResponseCounts.of(instrument, group.subList(from, to)));
            from = to;
        }
        return shards;
    }

    private static ResponseCounts sum(Instrument instrument, List<ResponseCounts> shards) {
        return shards.stream().reduce(ResponseCounts.none(instrument), ResponseCounts::plus);
    }

    private static long onScale(ResponseCounts counts, Scale scale) {
        long respondents = 0;
        int whole = scale.key().stream().mapToInt(scale::shareOf).sum();
        for (int shares = 0; shares <= whole; shares++) {
            for (int points = 0; points <= counts.mostPoints(scale, shares); points++) {
                respondents += counts.answered(scale, shares, points);
            }
        }
        return respondents;
    }
}
