package org.threesigns.demo;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Scale;
import org.threesigns.scoring.CarelessResponding;
import org.threesigns.scoring.Responses;

/**
 * Makes up answers to an instrument as people might give them: those who are high on one scale are rather high on the others, each
 * item adds its own share of chance, and a question is skipped now and then. The same at every start.
 */
final class SimulatedRespondents {

    private static final double CENTRE = 0.38;
    private static final double SPREAD = 0.17;
    private static final double COMMON = 0.6;
    private static final double OWN = Math.sqrt(1 - COMMON * COMMON);
    private static final double SKIPPED = 0.015;

    private final Instrument instrument;
    private final Random random = new Random(1);

    SimulatedRespondents(Instrument instrument) {
        this.instrument = instrument;
    }

    /** The answers of somebody who reads the questions. */
    Responses attentive() {
        return attentive(random.nextGaussian());
    }

    /** @param level how high they are on all scales: in standard deviations, from the average */
    Responses attentive(double level) {
        return Stream.generate(() -> answers(level))
                .filter(answers -> !isSuspected(answers))
                .findFirst()
                .orElseThrow();
    }

    /** The answers of somebody who gives the same one to every question. */
    Responses careless() {
        double place = random.nextDouble();
        Responses responses = Responses.allSkipped(instrument.items().size());
        for (Item item : instrument.items()) {
            responses = responses.with(
                    item, (int) (place * item.responseScale().options().size()));
        }
        return responses.whereAsked(instrument);
    }

    private boolean isSuspected(Responses responses) {
        return CarelessResponding.suspected(instrument, responses, Optional.empty());
    }

    private Responses answers(double level) {
        Map<Scale, Double> levels = instrument.scales().stream()
                .collect(toMap(scale -> scale, scale -> COMMON * level + OWN * random.nextGaussian()));
        Responses responses = Responses.allSkipped(instrument.items().size());
        boolean skipped = false;
        for (Item item : instrument.items()) {
            skipped = goesOn(item) ? skipped : random.nextDouble() < SKIPPED;
            if (!skipped) {
                double onItsScales = instrument.scalesOf(item).stream()
                        .mapToDouble(scale -> levels.getOrDefault(scale, 0.0))
                        .average()
                        .orElseGet(random::nextGaussian);
                responses = responses.with(item, option(item, onItsScales));
            }
        }
        return responses.whereAsked(instrument);
    }

    /** Whether it is a box of the same question as the item before, which is skipped as a whole or not at all. */
    private boolean goesOn(Item item) {
        return instrument
                .boxesWith(item)
                .filter(part -> !part.items().get(0).equals(item))
                .isPresent();
    }

    private int option(Item item, double level) {
        int highest = item.responseScale().options().size() - 1;
        double place = CENTRE + SPREAD * (level + random.nextGaussian());
        int keyed = (int) Math.max(0, Math.min(highest, Math.round(place * highest)));
        return item.optionsByScore().get(keyed);
    }
}
