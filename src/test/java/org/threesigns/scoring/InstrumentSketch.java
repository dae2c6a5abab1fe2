package org.threesigns.scoring;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.threesigns.instrument.CarelessRule;
import org.threesigns.instrument.Condition;
import org.threesigns.instrument.InputType;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.KeyedItem;
import org.threesigns.instrument.Keying;
import org.threesigns.instrument.LeadRule;
import org.threesigns.instrument.Part;
import org.threesigns.instrument.ResponseOption;
import org.threesigns.instrument.ResponseScale;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreBand;
import org.threesigns.instrument.ScoreRange;
import org.threesigns.instrument.ScoringMethod;
import org.threesigns.instrument.Transform;
import org.threesigns.instrument.Wording;

/**
 * An instrument of any shape without words, before it is decided in which order its items are asked.
 *
 * @param values of the options, lowest first
 * @param scales in the order of the instrument
 * @param items in the order asked
 */
record InstrumentSketch(
        List<Integer> values, List<ScaleSketch> scales, List<ItemSketch> items, LeadRule lead, CarelessRule careless) {

    /** @param scale the key of its scale; empty for an unscored item */
    record ItemSketch(String id, Optional<String> scale, Keying keying) {}

    /** @param cuts from one band to the next, rising */
    record ScaleSketch(String id, int minimumAnswered, BigDecimal closeToCut, List<BigDecimal> cuts) {}

    /** One of the many shapes that an instrument may have; the same one for the same seed. */
    static InstrumentSketch any(long seed) {
        var random = new Random(seed);
        List<Integer> values = anyValues(random);
        List<ScaleSketch> scales = new ArrayList<>();
        List<ItemSketch> items = new ArrayList<>();
        for (int scale = 0; scale < 2 + random.nextInt(11); scale++) {
            String id = "scale" + scale;
            int size = 1 + random.nextInt(9);
            for (int item = 0; item < size; item++) {
                items.add(new ItemSketch(id + "-" + item, Optional.of(id), anyKeying(random)));
            }
            scales.add(new ScaleSketch(
                    id, 1 + random.nextInt(size), BigDecimal.valueOf(random.nextInt(7), 1), anyCuts(values, random)));
        }
        for (int item = 0; item < random.nextInt(4); item++) {
            items.add(new ItemSketch("unscored-" + item, Optional.empty(), anyKeying(random)));
        }
        Collections.shuffle(items, random);
        var lead = new LeadRule(between(values, random), BigDecimal.valueOf(random.nextInt(15), 1));
        return new InstrumentSketch(
                values, scales, items, lead, new CarelessRule(Optional.of(12), Optional.of(BigDecimal.valueOf(2))));
    }

    /** Two scales of eight items, cut at these means. */
    static InstrumentSketch oneToFive(String... cuts) {
        var bounds = Stream.of(cuts).map(BigDecimal::new).toList();
        var scales = Stream.of("first", "second")
                .map(id -> new ScaleSketch(id, 1, BigDecimal.ZERO, bounds))
                .toList();
        var items = scales.stream()
                .flatMap(scale -> IntStream.range(0, 10)
                        .mapToObj(item -> new ItemSketch(scale.id() + item, Optional.of(scale.id()), Keying.FORWARD)))
                .toList();
        var lead = new LeadRule(new BigDecimal("2.5"), BigDecimal.ZERO);
        return new InstrumentSketch(
                List.of(1, 2, 3, 4, 5),
                scales,
                items,
                lead,
                new CarelessRule(Optional.of(12), Optional.of(BigDecimal.valueOf(2))));
    }

    InstrumentSketch withValues(List<Integer> otherValues) {
        var cut = List.<BigDecimal>of();
        var uncut = scales.stream()
                .map(scale -> new ScaleSketch(scale.id(), scale.minimumAnswered(), scale.closeToCut(), cut))
                .toList();
        return new InstrumentSketch(otherValues, uncut, items, lead, careless);
    }

    /** The same items, asked in another order. */
    InstrumentSketch shuffled(long seed) {
        var otherOrder = new ArrayList<>(items);
        Collections.shuffle(otherOrder, new Random(seed));
        return new InstrumentSketch(values, scales, otherOrder, lead, careless);
    }

    Instrument instrument() {
        List<Item> asked = IntStream.range(0, items.size())
                .mapToObj(index -> item(items.get(index), index))
                .toList();
        return new Instrument(
                "any",
                1,
                "en",
                "none",
                Optional.empty(),
                List.of(Wording.CURRENT),
                List.of(responseScale()),
                scales.stream().map(scale -> scale(scale, asked)).toList(),
                asked,
                List.of(new Part("one", asked, false, Condition.NONE)),
                Optional.of(lead),
                Optional.of(careless),
                List.of(),
                Map.of(),
                List.of("claim"),
                Map.of());
    }

    private ResponseScale responseScale() {
        return new ResponseScale(
                ResponseScale.ONLY,
                InputType.CHOICE,
                values.stream()
                        .map(value -> new ResponseOption("option" + value, value))
                        .toList());
    }

    private Item item(ItemSketch sketch, int index) {
        return new Item(
                sketch.id(),
                index,
                sketch.scale().isPresent(),
                responseScale(),
                sketch.keying(),
                Optional.empty(),
                Optional.empty(),
                false,
                Condition.NONE);
    }

    private Scale scale(ScaleSketch sketch, List<Item> asked) {
        Map<String, Optional<String>> scaleOf = items.stream().collect(toMap(ItemSketch::id, ItemSketch::scale));
        var own = asked.stream()
                .filter(item -> Optional.of(sketch.id()).equals(scaleOf.get(item.id())))
                .toList();
        List<KeyedItem> key = own.stream().map(KeyedItem::usual).toList();
        return new Scale(
                sketch.id(),
                ScoringMethod.MEAN,
                Transform.NONE,
                key,
                sketch.minimumAnswered(),
                ScoreRange.of(ScoringMethod.MEAN, key, Transform.NONE),
                bands(sketch.cuts()),
                Optional.empty(),
                List.of(),
                Optional.of(sketch.closeToCut()),
                Optional.of(BigDecimal.ONE),
                List.of(),
                List.of());
    }

    private List<ScoreBand> bands(List<BigDecimal> cuts) {
        var bounds = new ArrayList<>(cuts);
        bounds.add(0, BigDecimal.valueOf(values.get(0)));
        bounds.add(BigDecimal.valueOf(values.get(values.size() - 1)));
        return IntStream.range(0, bounds.size() - 1)
                .mapToObj(band ->
                        new ScoreBand("band" + band, bounds.get(band), bounds.get(band + 1), band == bounds.size() - 2))
                .toList();
    }

    private static List<Integer> anyValues(Random random) {
        var values = new ArrayList<>(List.of(random.nextInt(7) - 4));
        for (int option = 1; option < 2 + random.nextInt(10); option++) {
            values.add(values.get(option - 1) + 1 + random.nextInt(3));
        }
        return values;
    }

    private static Keying anyKeying(Random random) {
        return random.nextInt(3) == 0 ? Keying.REVERSE : Keying.FORWARD;
    }

    private static List<BigDecimal> anyCuts(List<Integer> values, Random random) {
        Function<Integer, BigDecimal> cut = ignored -> between(values, random);
        var cuts = IntStream.range(0, random.nextInt(4)).boxed().map(cut).toList();
        return List.copyOf(new TreeSet<>(cuts));
    }

    /** A number strictly between the lowest and the highest value, with up to two decimals. */
    private static BigDecimal between(List<Integer> values, Random random) {
        int lowest = 100 * values.get(0);
        int highest = 100 * values.get(values.size() - 1);
        return BigDecimal.valueOf(lowest + 1L + random.nextInt(highest - lowest - 1), 2);
    }
}
