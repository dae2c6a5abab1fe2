package org.threesigns.guidance;

import java.util.Optional;

/**
 * One thing to try, with where it comes from.
 *
 * @param topic what it is about, in the words of the facet it belongs to
 * @param claim the key of the claim that it paraphrases
 * @param number the place of that claim among those of the instrument, from 1: the same on every result
 * @param source that claim in words
 * @param openness whether it asks for openness with the partner
 * @param doubtsAlarm whether it asks somebody to doubt their own alarm
 */
public record Tip(
        Optional<String> topic,
        String text,
        String claim,
        int number,
        String source,
        boolean openness,
        boolean doubtsAlarm) {}
