package org.threesigns.guidance;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.threesigns.instrument.InstrumentText;
import org.threesigns.instrument.Item;
import org.threesigns.instrument.Scale;
import org.threesigns.instrument.Strand;

/**
 * What an explanation takes from the answers: {@code {score}} is the name of the score's band, and the key of a strand
 * in braces the facets of its high answers, three at most. In a text that assumes the strand to be uneven those are named
 * that are far above the mean.
 *
 * @param and the word before the last of several names
 */
record Placeholders(InstrumentText words, Optional<String> and) {

    static final String SCORE = "score";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");
    private static final int MOST_NAMES = 3;

    /** The keys in braces in this text. */
    static Stream<String> in(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1));
    }

    String fill(String text, Assumption assumes, Scale scale, GivenAnswers answers) {
        if (text.indexOf('{') < 0) {
            return text;
        }
        Function<MatchResult, String> value = found -> found.group(1).equals(SCORE)
                ? words.scale(scale).band(answers.band().orElseThrow())
                : names(found.group(1), assumes, answers);
        return PLACEHOLDER.matcher(text).replaceAll(value.andThen(Matcher::quoteReplacement));
    }

    private String names(String id, Assumption assumes, GivenAnswers answers) {
        Strand strand = assumes.strands()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        List<String> names = answers.outstanding(strand, assumes.isUneven(strand)).stream()
                .map(Item::facet)
                .flatMap(Optional::stream)
                .distinct()
                .limit(MOST_NAMES)
                .map(words::facet)
                .toList();
        int last = names.size() - 1;
        return last < 1
                ? names.get(0)
                : names.stream().limit(last).collect(joining(", ")) + " " + and.orElseThrow() + " " + names.get(last);
    }
}
