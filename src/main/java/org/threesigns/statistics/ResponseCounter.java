package org.threesigns.statistics;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.threesigns.instrument.Instrument;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Scale;
import org.threesigns.scoring.Responses;

/** Counts respondents one by one. Not thread-safe. */
public final class ResponseCounter {

    private static final int SKIPPED = -1;

    private final CountLayout layout;
    private final long[] counts;
    private final int[][][] points;
    private final int[][] sharesByItem;
    private final List<ScaleCounts> places;
    private final List<List<Item>> items;
    private final int[] answered;
    private final int[] sums;

    public ResponseCounter(Instrument instrument) {
        layout = new CountLayout(instrument);
        counts = new long[layout.size()];
        List<Scale> scales = instrument.scales();
        items = scales.stream().map(Scale::items).toList();
        places = scales.stream().map(layout::scale).toList();
        points = scales.stream().map(this::pointsByItem).toArray(int[][][]::new);
        sharesByItem = scales.stream()
                .map(scale -> scale.key().stream().mapToInt(scale::shareOf).toArray())
                .toArray(int[][]::new);
        answered = new int[scales.size()];
        sums = new int[scales.size()];
    }

    private int[][] pointsByItem(Scale scale) {
        var place = layout.scale(scale);
        return scale.key().stream()
                .map(item -> IntStream.range(0, CountLayout.skipped(item.item()))
                        .map(option -> place.points(item, option))
                        .toArray())
                .toArray(int[][]::new);
    }

    /**
     * Counts one respondent.
     *
     * @throws IllegalArgumentException if there is not one response for each item, or one names an option that does not
     *     exist
     */
    public void add(Responses responses) {
        requireFit(responses);
        counts[CountLayout.RESPONDENTS]++;
        for (Item item : layout.instrument().items()) {
            counts[layout.option(item, place(responses, item))]++;
        }
        for (int scale = 0; scale < items.size(); scale++) {
            addScale(scale, responses);
        }
        layout.pairs().forEach(this::addPair);
    }

    private static int place(Responses responses, Item item) {
        return responses.isAsked(item)
                ? responses.option(item).orElse(CountLayout.skipped(item))
                : CountLayout.notAsked(item);
    }

    public ResponseCounts counts() {
        return new ResponseCounts(layout, counts.clone());
    }

    private void requireFit(Responses responses) {
        int items = layout.instrument().items().size();
        if (responses.size() != items) {
            throw new IllegalArgumentException("%s responses for %s items".formatted(responses.size(), items));
        }
        for (Item item : layout.instrument().items()) {
            if (responses.option(item).orElse(0) >= CountLayout.skipped(item)) {
                throw new IllegalArgumentException("Item %s has no such option".formatted(item.id()));
            }
            if (!item.isConditional() && !responses.isAsked(item)) {
                throw new IllegalArgumentException("Item %s is asked of everybody".formatted(item.id()));
            }
        }
    }

    private void addScale(int index, Responses responses) {
        List<Item> own = items.get(index);
        var scores = new int[own.size()];
        answered[index] = 0;
        sums[index] = 0;
        int shares = 0;
        for (int item = 0; item < scores.length; item++) {
            scores[item] = points(points[index][item], responses.option(own.get(item)));
            if (scores[item] != SKIPPED) {
                answered[index]++;
                sums[index] += scores[item];
                shares += sharesByItem[index][item];
            }
        }
        var place = places.get(index);
        int counted = place.counted(answered[index], shares);
        counts[place.sharesAndSum(counted, counted == 0 ? 0 : sums[index])]++;
        if (answered[index] == scores.length) {
            addProducts(place, scores);
        }
    }

    private static int points(int[] byOption, OptionalInt option) {
        return option.isPresent() ? byOption[option.getAsInt()] : SKIPPED;
    }

    private void addProducts(ScaleCounts place, int[] scores) {
        for (int i = 0; i < scores.length; i++) {
            counts[place.sum(i)] += scores[i];
            for (int j = i; j < scores.length; j++) {
                counts[place.product(i, j)] += (long) scores[i] * scores[j];
            }
        }
    }

    private void addPair(CountLayout.PairCounts pair) {
        int x = pair.indexX();
        int y = pair.indexY();
        if (answered[x] < pair.x().minimumAnswered() || answered[y] < pair.y().minimumAnswered()) {
            return;
        }
        int at = pair.sums(answered[x], answered[y]);
        counts[at]++;
        counts[at + 1] += sums[x];
        counts[at + 2] += sums[y];
        counts[at + 3] += (long) sums[x] * sums[x];
        counts[at + 4] += (long) sums[y] * sums[y];
        counts[at + 5] += (long) sums[x] * sums[y];
    }
}
