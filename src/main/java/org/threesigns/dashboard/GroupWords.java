package org.threesigns.dashboard;

import java.util.ArrayList;
import java.util.List;
import org.threesigns.instrument.Instrument;

/** What is said beside two groups, or instead of them. */
final class GroupWords {

    static final String TOO_FEW =
            "Fewer than ten results are in one of these groups, or fewer than ten are in neither of"
                    + " them. Either would point at single people. Choose other groups, or more months.";

    private GroupWords() {}

    static String nothingOffered(Contrast contrast, Instrument instrument) {
        return switch (contrast) {
            case LANGUAGE -> "Fewer than two languages have enough results to be compared.";
            case WORDING ->
                instrument.wordings().size() < 2
                        ? "This questionnaire has one wording, so there are no two to compare."
                        : "Fewer than two wordings have enough results to be compared.";
            case MONTH -> "Fewer than two months that are over have results, so there is no before and after.";
            case VERSION -> "There is one version of this questionnaire here, so there are no two to compare.";
        };
    }

    static String nothingInCommon(Contrast contrast, Instrument instrument) {
        return contrast == Contrast.VERSION && instrument.isScored()
                ? "These two versions have no scale with the same questions that count in the same way. They are different"
                        + " questionnaires, and their scores cannot be compared."
                : "This questionnaire has no scores, so there is nothing to compare.";
    }

    /** @param mixed whether some results count for no single wording */
    static List<String> cautions(Contrast contrast, boolean mixed) {
        List<String> cautions = new ArrayList<>(List.of(caution(contrast)));
        if (contrast == Contrast.WORDING && mixed) {
            cautions.add("Results that were published before wordings were counted apart are in neither group:"
                    + " their wording is not separated.");
        }
        return cautions;
    }

    private static String caution(Contrast contrast) {
        return switch (contrast) {
            case LANGUAGE ->
                "Nobody has tested yet whether the questions mean the same in both languages. A difference can come from"
                        + " the words as well as from the people.";
            case WORDING ->
                "The two wordings ask about different times. Nobody has tested yet whether the questions measure the same"
                        + " in both, and people after a relationship are other people than those in one.";
            case MONTH ->
                "A result counts in the month in which ten of its kind had come together, so some were answered earlier;"
                        + " an imported one counts in its own month or in another of its file.";
            case VERSION ->
                "Only scales with the same questions that count in the same way are compared. The words of these questions,"
                        + " and the questions around them, can differ between the versions.";
        };
    }
}
