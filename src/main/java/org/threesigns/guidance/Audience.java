package org.threesigns.guidance;

import org.threesigns.instrument.Wording;

/**
 * Whom the words are for.
 *
 * @param language the language to read them in; the instrument's default one stands in for a language it lacks
 * @param wording whether they speak of a relationship that is going on or of one that is over
 * @param supportFirst whether support comes first, and nothing asks for openness with the partner or for doubt in
 *     one's own alarm
 */
public record Audience(String language, Wording wording, boolean supportFirst) {

    /** The same people, for whom support comes first in this case too. */
    Audience with(boolean anotherReason) {
        return new Audience(language, wording, supportFirst || anotherReason);
    }
}
