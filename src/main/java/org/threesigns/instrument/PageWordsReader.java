package org.threesigns.instrument;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import org.threesigns.instrument.PageWords.Place;

/** Reads what an instrument says on the site's pages; all of it is optional. */
final class PageWordsReader {

    private static final String MINUTES = "minutes";
    private static final int MOST_MINUTES = 240;

    private PageWordsReader() {}

    /** @param wordings reads one text for every wording, or one for each */
    static PageWords read(ContentNode pages, Function<ContentNode, Map<Wording, String>> wordings) {
        var known = new HashSet<>(
                Arrays.stream(Place.values()).map(PageWordsReader::key).toList());
        known.add(MINUTES);
        pages.allowOnly(known);
        var words = new EnumMap<Place, Map<Wording, String>>(Place.class);
        for (Place place : Place.values()) {
            pages.find(key(place)).ifPresent(node -> words.put(place, wordings.apply(node)));
        }
        return new PageWords(
                pages.find(MINUTES)
                        .map(minutes -> OptionalInt.of(minutes.wholeNumber(1, MOST_MINUTES)))
                        .orElse(OptionalInt.empty()),
                words);
    }

    private static String key(Place place) {
        return place.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
