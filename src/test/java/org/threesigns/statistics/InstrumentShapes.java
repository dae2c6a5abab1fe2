package org.threesigns.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.threesigns.instrument.CarelessRule;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Keying;
import org.threesigns.instrument.Part;
import org.threesigns.instrument.ResponseOption;
import org.threesigns.instrument.ResponseScale;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.ScoreBand;
import org.threesigns.instrument.ScoreRange;
import org.threesigns.instrument.ScoringMethod;
import org.threesigns.instrument.Wording;
import org.threesigns.scoring.Responses;

/** Instruments without words, of any shape, and people who answer them at random. */
public final class InstrumentShapes {

    private InstrumentShapes() {}

    /** Scales with these numbers of items, all forward, with options from 1 up. */
    public static Instrument forward(int options, int... itemsByScale) {
        return instrument(options, 1, itemsByScale, () -> ScoringMethod.MEAN, () -> Keying.FORWARD, 0);
    }

    /** Any of the shapes that an instrument may have, small ones more often. */
    static Instrument any(Random random) {
        int scales = 1 + (random.nextInt(4) == 0 ? random.nextInt(12) : random.nextInt(4));
        int most = Math.min(120 / scales, 1 + random.nextInt(20));
        int[] items =
                IntStream.generate(() -> 1 + random.nextInt(most)).limit(scales).toArray();
        Supplier<Keying> keying = () -> random.nextInt(4) == 0 ? Keying.REVERSE : Keying.FORWARD;
        Supplier<ScoringMethod> method = () -> random.nextInt(3) == 0 ? ScoringMethod.SUM : ScoringMethod.MEAN;
        return instrument(2 + random.nextInt(10), random.nextInt(5) - 2, items, method, keying, random.nextInt(4));
    }

    public static Responses anyResponses(Instrument instrument, Random random) {
        double skips = random.nextInt(3) / 10.0;
        var responses = Responses.allSkipped(instrument.items().size());
        for (Item item : instrument.items()) {
            if (random.nextDouble() >= skips) {
                responses = responses.with(
                        item,
                        random.nextInt(instrument.responseScale().options().size()));
            }
        }
        return responses;
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

    private static Instrument instrument(
            int options,
            int lowest,
            int[] itemsByScale,
            Supplier<ScoringMethod> method,
            Supplier<Keying> keying,
            int unscored) {
        var responseScale = new ResponseScale(IntStream.range(0, options)
                .mapToObj(option -> new ResponseOption("option" + option, lowest + option))
                .toList());
        List<Item> items = new ArrayList<>();
        List<Scale> scales = new ArrayList<>();
        for (int scale = 0; scale < itemsByScale.length; scale++) {
            scales.add(scale(scale, method.get(), itemsByScale[scale], responseScale, items, keying));
        }
        for (int item = 0; item < unscored && items.size() < 120; item++) {
            items.add(item("unscored" + item, items.size(), false, Keying.FORWARD));
        }
        return new Instrument(
                "any",
                1,
                "en",
                "none",
                Optional.empty(),
                List.of(Wording.CURRENT),
                responseScale,
                scales,
                items,
                List.of(new Part("one", items, false)),
                Optional.empty(),
                Optional.of(new CarelessRule(12, 2)),
                List.of(),
                List.of(),
                Map.of());
    }

    private static Scale scale(
            int index,
            ScoringMethod method,
            int size,
            ResponseScale responseScale,
            List<Item> items,
            Supplier<Keying> keying) {
        List<Item> own = new ArrayList<>();
        for (int item = 0; item < size; item++) {
            own.add(item("i" + items.size(), items.size(), true, keying.get()));
            items.add(own.get(item));
        }
        int minimumAnswered = Math.max(1, size * 3 / 4);
        var range = ScoreRange.of(method, responseScale, size, minimumAnswered);
        var low = BigDecimal.valueOf(range.lowest());
        var high = BigDecimal.valueOf(range.highest());
        var cut = low.add(high).divide(BigDecimal.valueOf(2));
        return new Scale(
                "scale" + index,
                method,
                own,
                minimumAnswered,
                range,
                List.of(new ScoreBand("lower", low, cut, false), new ScoreBand("upper", cut, high, true)),
                Optional.empty(),
                Optional.of(BigDecimal.ONE),
                Optional.of(BigDecimal.ONE),
                List.of(),
                List.of());
    }

    private static Item item(String id, int index, boolean scored, Keying keying) {
        return new Item(id, index, scored, keying, Optional.empty(), Optional.empty(), false);
    }
}
