package org.threesigns.guidance;

import java.util.Random;
import java.util.stream.Stream;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Scale;
import org.threesigns.scoring.Responses;

/** Responses of many kinds, the same ones every time. */
public final class SampleResponses {

    private SampleResponses() {}

    /** A thousand respondents: every scale low, middling or high, with a few answers that stand out or are skipped. */
    public static Stream<Responses> ofAllKinds(Instrument instrument) {
        var random = new Random(20_260_601);
        return Stream.generate(() -> one(instrument, random)).limit(1_000);
    }

    private static Responses one(Instrument instrument, Random random) {
        var responses = Responses.allSkipped(instrument.items().size());
        for (Scale scale : instrument.scales()) {
            int usual =
                    random.nextInt(instrument.responseScales().get(0).options().size());
            for (Item item : scale.items()) {
                responses = random.nextInt(20) == 0 ? responses : responses.with(item, near(instrument, usual, random));
            }
        }
        if (random.nextBoolean()) {
            responses = keepOneStrandLow(instrument, responses, random);
        }
        for (Item item : instrument.unscoredItems()) {
            responses = responses.with(
                    item,
                    random.nextInt(instrument.responseScales().get(0).options().size()));
        }
        return responses;
    }

    private static Responses keepOneStrandLow(Instrument instrument, Responses responses, Random random) {
        return instrument.scales().stream()
                .filter(scale -> !scale.strands().isEmpty())
                .map(scale -> scale.strands().get(random.nextInt(scale.strands().size())))
                .flatMap(strand -> strand.items().stream())
                .reduce(responses, (changed, item) -> changed.with(item, 1), (first, second) -> second);
    }

    private static int near(Instrument instrument, int usual, Random random) {
        int highest = instrument.responseScales().get(0).options().size() - 1;
        return random.nextInt(4) == 0
                ? random.nextInt(highest + 1)
                : Math.min(highest, Math.max(0, usual + random.nextInt(3) - 1));
    }

    /** Every scored item answered so that its item score is this one. */
    public static Responses allScoring(Instrument instrument, int itemScore) {
        var responses = Responses.allSkipped(instrument.items().size());
        for (Scale scale : instrument.scales()) {
            for (Item item : scale.items()) {
                responses = with(instrument, responses, item.id(), itemScore);
            }
        }
        return responses;
    }

    /** The same, but with this item answered so that its item score is this one. */
    public static Responses with(Instrument instrument, Responses responses, String itemId, int itemScore) {
        Item item = instrument.item(itemId).orElseThrow();
        int option = 0;
        while (item.score(option) != itemScore) {
            option++;
        }
        return responses.with(item, option);
    }
}
