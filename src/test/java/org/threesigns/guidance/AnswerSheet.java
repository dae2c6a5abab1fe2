package org.threesigns.guidance;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.scoring.Responses;

/**
 * Answers as tests look at them, found without any code of the application but the key.
 *
 * @param scores the item scores in the order asked, a digit each; 0 for a skip
 */
record AnswerSheet(String scores) {

    /** Of the items of all that is shipped; no two have the same id. */
    private static final Map<String, Integer> PLACES = Stream.of(TestInstruments.threeSigns(), TestInstruments.atEase())
            .flatMap(instrument -> instrument.items().stream())
            .collect(toMap(Item::id, Item::index));

    private static final int SEED = 20_261_128;

    static AnswerSheet of(Instrument instrument, Responses responses) {
        var scores = new StringBuilder();
        for (Item item : instrument.items()) {
            scores.append(
                    responses.skipped(item)
                            ? 0
                            : item.score(responses.option(item).getAsInt()));
        }
        return new AnswerSheet(scores.toString());
    }

    /** The score of this item; 0 where it was skipped. */
    int score(String item) {
        return scores.charAt(PLACES.getOrDefault(item, -1)) - '0';
    }

    /** Each sheet of a scale, all else skipped: of eight items on five points there are 390,625. */
    static Stream<Responses> allOf(Instrument instrument, Scale scale) {
        int sheets = (int) Math.pow(
                instrument.responseScales().get(0).options().size(),
                scale.items().size());
        return Stream.iterate(0, sheet -> sheet < sheets, sheet -> sheet + 1)
                .map(sheet -> numbered(instrument, scale, sheet));
    }

    private static Responses numbered(Instrument instrument, Scale scale, int number) {
        var encoded = new char[instrument.items().size()];
        Arrays.fill(encoded, '-');
        int left = number;
        for (Item item : scale.items()) {
            int options = instrument.responseScales().get(0).options().size();
            encoded[item.index()] = Character.forDigit(left % options, 36);
            left /= options;
        }
        return new Responses(new String(encoded));
    }

    /**
     * Whole sheets, the same ones every time, which vary from sign to sign in their mean, their spread and their skips; on one sign
     * of three, each strand has a mean and a spread of its own.
     */
    static Stream<Responses> varied(Instrument instrument, int sheets) {
        var random = new Random(SEED);
        return Stream.generate(() -> varied(instrument, random)).limit(sheets);
    }

    private static Responses varied(Instrument instrument, Random random) {
        var encoded = new char[instrument.items().size()];
        Arrays.fill(encoded, '-');
        for (Scale scale : instrument.scales()) {
            answer(scale.items(), encoded, random);
            if (random.nextInt(3) == 0) {
                scale.strands().forEach(strand -> answer(strand.items(), encoded, random));
            }
        }
        instrument.unscoredItems().forEach(item -> encoded[item.index()] = Character.forDigit(random.nextInt(5), 36));
        return new Responses(new String(encoded));
    }

    private static void answer(List<Item> items, char[] encoded, Random random) {
        double mean = 1 + 4 * random.nextDouble();
        double spread = 2 * random.nextDouble();
        boolean skipping = random.nextInt(4) == 0;
        for (Item item : items) {
            long score = Math.max(1, Math.min(5, Math.round(mean + spread * random.nextGaussian())));
            boolean skipped = skipping && random.nextInt(6) == 0;
            encoded[item.index()] = skipped ? '-' : Character.forDigit(item.score((int) score - 1) - 1, 36);
        }
    }

    /** Of the letter of a sign and the numbers of its items, as in "C456". */
    int highest(String items) {
        int highest = 0;
        for (int place = 1; place < items.length(); place++) {
            highest = Math.max(highest, score(items, place));
        }
        return highest;
    }

    private int score(String items, int place) {
        return score(items.substring(0, 1) + items.charAt(place));
    }

    /** Whether one of these counts 4 or 5. */
    boolean anyHigh(String items) {
        return highest(items) >= 4;
    }

    boolean anyLow(String items) {
        return IntStream.range(1, items.length())
                .map(place -> score(items, place))
                .anyMatch(score -> score == 1 || score == 2);
    }

    double mean(String items) {
        return IntStream.range(1, items.length())
                .map(place -> score(items, place))
                .filter(score -> score > 0)
                .average()
                .orElse(0);
    }

    /** As the design has it: so much giving way that support comes first. */
    boolean givesWay() {
        return highest("C1") >= 4 && highest("C3") >= 4;
    }

    boolean holdsOn() {
        return anyHigh("C456");
    }

    /** Words picked with care and no freedom to say no: support comes first here, too. */
    boolean treadsInFear() {
        return highest("U2") >= 4 && highest("U4") >= 4;
    }
}
