package org.threesigns.instrument;

/** The scores that a scale can have, from the lowest to the highest. */
public record ScoreRange(int lowest, int highest) {

    /**
     * The range of a scale with this many items: that of its response scale for a mean. A sum can be lower with fewer answers
     * than with all, as long as they are enough, and of values below 0 also higher.
     */
    public static ScoreRange of(ScoringMethod method, ResponseScale responseScale, int items, int minimumAnswered) {
        int lowest = responseScale.lowest();
        int highest = responseScale.highest();
        return switch (method) {
            case MEAN -> new ScoreRange(lowest, highest);
            case SUM ->
                new ScoreRange(
                        lowest * (lowest > 0 ? minimumAnswered : items),
                        highest * (highest < 0 ? minimumAnswered : items));
        };
    }

    public int width() {
        return highest - lowest;
    }
}
