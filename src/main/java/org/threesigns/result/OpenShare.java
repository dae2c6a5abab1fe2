package org.threesigns.result;

import java.util.List;
import java.util.Locale;
import org.threesigns.assessment.Shares.Share;
import org.threesigns.instrument.Scale;

/**
 * A share as its owner's page lists it.
 *
 * @param signs the names of what it shows
 * @param endsOn its last day in words
 */
record OpenShare(String handle, List<String> signs, String endsOn) {

    /** A sign that can be chosen. */
    record Choice(String id, String name) {}

    static OpenShare of(Share share, Result result, Locale language) {
        return new OpenShare(
                share.handle(),
                choices(result, language).stream()
                        .filter(choice -> share.scales().contains(choice.id()))
                        .map(Choice::name)
                        .toList(),
                new ScoreFormat(language).date(share.endsOn()));
    }

    static List<Choice> choices(Result result, Locale language) {
        var text = result.text(language);
        return result.instrument().scales().stream()
                .map((Scale scale) -> new Choice(scale.id(), text.scale(scale).name()))
                .toList();
    }
}
