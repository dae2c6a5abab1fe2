package org.threesigns.statistics;

import static java.util.stream.Collectors.toCollection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.threesigns.instrument.CarelessRule;
import org.threesigns.instrument.Condition;
import org.threesigns.instrument.InputType;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.KeyedItem;
import org.threesigns.instrument.Keying;
import org.threesigns.instrument.Part;
import org.threesigns.instrument.ResponseOption;
import org.threesigns.instrument.ResponseScale;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreBand;
import org.threesigns.instrument.ScoreRange;
import org.threesigns.instrument.ScoringMethod;
import org.threesigns.instrument.Transform;
import org.threesigns.instrument.Weight;
import org.threesigns.instrument.Wording;
import org.threesigns.scoring.Responses;

/** Instruments without words, of any shape, and people who answer them at random. */
public final class InstrumentShapes {

    private InstrumentShapes() {}

    /** Scales with these numbers of items, all forward, with options from 1 up. */
    public static Instrument forward(int options, int... itemsByScale) {
        return plain(ScoringMethod.MEAN, options, 1, itemsByScale);
    }

    /** Scales whose scores are sums, with these numbers of items, all forward, with options from the lowest value up. */
    public static Instrument sums(int options, int lowest, int... itemsByScale) {
        return plain(ScoringMethod.SUM, options, lowest, itemsByScale);
    }

    private static Instrument plain(ScoringMethod method, int options, int lowest, int... itemsByScale) {
        var values = IntStream.range(lowest, lowest + options).boxed().toList();
        return instrument(
                List.of(responseScale(0, values)),
                new Random(0),
                itemsByScale,
                () -> method,
                () -> Transform.NONE,
                0,
                0,
                false);
    }

    /** Any of the shapes that an instrument may have, small ones more often. */
    public static Instrument any(Random random) {
        int scales = 1 + (random.nextInt(4) == 0 ? random.nextInt(12) : random.nextInt(4));
        int most = Math.min(120 / scales, 1 + random.nextInt(20));
        int[] items =
                IntStream.generate(() -> 1 + random.nextInt(most)).limit(scales).toArray();
        Supplier<ScoringMethod> method = () -> random.nextInt(3) == 0 ? ScoringMethod.SUM : ScoringMethod.MEAN;
        var sets = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(
                        set -> random.nextInt(4) == 0 ? anyNumbers(set, random) : responseScale(set, anyValues(random)))
                .toList();
        return instrument(
                sets, random, items, method, () -> anyTransform(random), 4, random.nextInt(4), random.nextBoolean());
    }

    /** Rising by one, or in any order, with gaps and repeats. */
    private static List<Integer> anyValues(Random random) {
        int options = 2 + random.nextInt(10);
        int lowest = random.nextInt(5) - 2;
        boolean rising = random.nextBoolean();
        var values = IntStream.range(0, options)
                .mapToObj(option -> lowest + (rising || option == 0 ? option : random.nextInt(12)))
                .collect(toCollection(ArrayList::new));
        values.set(options - 1, lowest + options);
        if (!rising) {
            Collections.shuffle(values, random);
        }
        return values;
    }

    /** None, or one that turns scores into others of up to three digits, sometimes the other way round. */
    private static Transform anyTransform(Random random) {
        long factor = random.nextInt(20) - 8L;
        long divisor = 1L + random.nextInt(9);
        return random.nextBoolean() || factor == 0
                ? Transform.NONE
                : new Transform(
                        List.of(new Transform.Step(Transform.Operation.ADD, BigDecimal.ONE)),
                        factor,
                        random.nextInt(40) - 20L,
                        divisor);
    }

    /** A few, or more than one letter or digit can tell apart. */
    private static ResponseScale anyNumbers(int set, Random random) {
        int from = random.nextInt(40) - 20;
        int step = 1 + random.nextInt(3);
        int steps = 1 + random.nextInt(random.nextBoolean() ? 10 : 120);
        var input = random.nextBoolean() ? InputType.NUMBER : InputType.SLIDER;
        return ResponseScale.numbers("set" + set, input, from, from + step * steps, step);
    }

    private static ResponseScale responseScale(int set, List<Integer> values) {
        return new ResponseScale(
                "set" + set,
                InputType.CHOICE,
                IntStream.range(0, values.size())
                        .mapToObj(option -> new ResponseOption("option" + option, values.get(option)))
                        .toList());
    }

    /** Mostly none; otherwise some of the answers to an earlier item. */
    private static Condition anyCondition(List<Item> earlier, Random random) {
        if (earlier.isEmpty() || random.nextInt(8) > 0) {
            return Condition.NONE;
        }
        Item item = earlier.get(random.nextInt(earlier.size()));
        List<ResponseOption> options = item.responseScale().options();
        return new Condition(Map.of(item, options.subList(0, 1 + random.nextInt(options.size()))));
    }

    public static Responses anyResponses(Instrument instrument, Random random) {
        double skips = random.nextInt(3) / 10.0;
        var responses = Responses.allSkipped(instrument.items().size());
        for (Item item : instrument.items()) {
            if (random.nextDouble() >= skips) {
                responses = responses.with(
                        item, random.nextInt(item.responseScale().options().size()));
            }
        }
        return responses.whereAsked(instrument);
    }

    public static List<Responses> group(Instrument instrument, Random random, int size) {
        return IntStream.range(0, size)
                .mapToObj(each -> anyResponses(instrument, random))
                .toList();
    }

    /** People who give the same answers. */
    public static List<Responses> alike(String answers, int size) {
        return Collections.nCopies(size, new Responses(answers));
    }

    /**
     * @param reversedOneIn one item in so many is keyed in reverse; 0: none
     * @param whole whether the last scale is made of the items of the first two, each in a direction of its own
     */
    private static Instrument instrument(
            List<ResponseScale> sets,
            Random random,
            int[] itemsByScale,
            Supplier<ScoringMethod> method,
            Supplier<Transform> transform,
            int reversedOneIn,
            int unscored,
            boolean whole) {
        List<Item> items = new ArrayList<>();
        List<Scale> scales = new ArrayList<>();
        for (int size : itemsByScale) {
            var own = new ArrayList<Item>();
            for (int item = 0; item < size; item++) {
                boolean reversed = reversedOneIn > 0 && random.nextInt(reversedOneIn) == 0;
                var set = sets.get(random.nextInt(sets.size()));
                own.add(item(
                        "i" + items.size(),
                        items.size(),
                        set,
                        reversed ? Keying.REVERSE : Keying.FORWARD,
                        reversedOneIn > 0 ? anyCondition(items, random) : Condition.NONE));
                items.add(own.get(item));
            }
            List<KeyedItem> key = own.stream().map(KeyedItem::usual).toList();
            ScoringMethod scoring = method.get();
            boolean weighted = reversedOneIn > 0 && random.nextInt(3) == 0;
            scales.add(scale(
                    "scale" + scales.size(),
                    scoring,
                    transform.get(),
                    weighted ? weighted(key, scoring, random) : key));
        }
        if (whole && scales.size() > 1) {
            var own = Stream.concat(scales.get(0).items().stream(), scales.get(1).items().stream())
                    .map(item ->
                            new KeyedItem(item, random.nextBoolean() ? Keying.REVERSE : Keying.FORWARD, Weight.ONE))
                    .toList();
            scales.add(scale("whole", method.get(), transform.get(), own));
        }
        for (int item = 0; item < unscored && items.size() < 120; item++) {
            items.add(unscored("unscored" + item, items.size(), sets.get(0)));
        }
        return new Instrument(
                "any",
                1,
                "en",
                "none",
                Optional.empty(),
                List.of(Wording.CURRENT),
                sets,
                scales,
                items,
                List.of(new Part("one", items, false, Condition.NONE)),
                Optional.empty(),
                Optional.of(new CarelessRule(Optional.of(12), Optional.of(BigDecimal.valueOf(2)))),
                List.of(),
                Map.of(),
                List.of(),
                Map.of());
    }

    /** Weights in tenths or whole, of which a sum may have some below 0. */
    private static List<KeyedItem> weighted(List<KeyedItem> key, ScoringMethod method, Random random) {
        int unit = random.nextBoolean() ? 1 : 10;
        return key.stream()
                .map(keyed -> {
                    int sign = method == ScoringMethod.SUM && random.nextInt(4) == 0 ? -1 : 1;
                    return new KeyedItem(
                            keyed.item(), keyed.keying(), new Weight(sign * (1 + random.nextInt(4)), unit));
                })
                .toList();
    }

    private static Scale scale(String id, ScoringMethod method, Transform transform, List<KeyedItem> own) {
        var range = ScoreRange.of(method, own, transform);
        var low = BigDecimal.valueOf(range.lowest());
        var high = BigDecimal.valueOf(range.highest());
        var cut = low.add(high).divide(BigDecimal.valueOf(2));
        return new Scale(
                id,
                method,
                transform,
                own,
                Math.max(1, own.size() * 3 / 4),
                range,
                List.of(new ScoreBand("lower", low, cut, false), new ScoreBand("upper", cut, high, true)),
                Optional.empty(),
                List.of(),
                Optional.of(BigDecimal.ONE),
                Optional.of(BigDecimal.ONE),
                List.of(),
                List.of());
    }

    private static Item item(String id, int index, ResponseScale set, Keying keying, Condition condition) {
        return new Item(id, index, true, set, keying, Optional.empty(), Optional.empty(), false, condition);
    }

    private static Item unscored(String id, int index, ResponseScale set) {
        return new Item(
                id, index, false, set, Keying.FORWARD, Optional.empty(), Optional.empty(), false, Condition.NONE);
    }
}
