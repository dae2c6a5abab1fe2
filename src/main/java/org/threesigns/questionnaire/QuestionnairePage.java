package org.threesigns.questionnaire;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.threesigns.instrument.MarkedText;

/**
 * The questionnaire as the page shows it.
 *
 * @param about the wording, as it stands in the address and on the form
 * @param allParts whether all parts are shown at once; so it is whenever the page comes back
 * @param summary why the page comes back
 */
record QuestionnairePage(
        String id,
        String name,
        int version,
        String about,
        MarkedText instructions,
        List<PartView> parts,
        Optional<SafetyView> safety,
        int questions,
        boolean allParts,
        Optional<Summary> summary) {

    public boolean asksForNumbers() {
        return parts.stream().flatMap(part -> part.questions().stream()).anyMatch(question -> question.field() != null);
    }

    /** Under which key a browser may keep the answers until they are sent. */
    public String keepKey() {
        return keepKey(id, version, about);
    }

    static String keepKey(String id, int version, String about) {
        return id + "/" + version + "/" + about;
    }

    /** Where links to a question lead: its first radio button or box, or where a number is written. */
    static String anchor(String item) {
        return item + ".0";
    }

    /**
     * @param next the number of the next part; 0 in the last one
     * @param text what stands above its questions; empty where nothing does
     * @param before how many questions come before this part
     * @param onlyIf the answers without which nothing of it is asked
     */
    record PartView(
            int number,
            int previous,
            int next,
            String title,
            Optional<MarkedText> text,
            int before,
            List<NeededAnswer> onlyIf,
            List<QuestionView> questions) {

        public int first() {
            return before + 1;
        }

        public int last() {
            return before + questions.size();
        }
    }

    /**
     * @param id of the item, or of the first box
     * @param choices the answers; none where it has boxes, or the answer is a number
     * @param boxes none where it has choices
     * @param none what says that no box fits; null where it has no boxes
     * @param field where a number is written; null where there is none to write
     * @param onlyIf the answers without which it is not asked, beyond those of its part
     * @param when all of these, for the script; null where it is asked of everybody
     * @param problem what is wrong with what was sent for it, as the key of a message
     */
    record QuestionView(
            String id,
            int number,
            MarkedText text,
            List<Choice> choices,
            List<Box> boxes,
            @Nullable Choice none,
            @Nullable NumberField field,
            Choice setAside,
            List<NeededAnswer> onlyIf,
            @Nullable String when,
            @Nullable String problem) {

        public String anchor() {
            return QuestionnairePage.anchor(id);
        }
    }

    record Choice(String id, String name, String value, String label, boolean checked) {}

    /**
     * @param open the answer where it is not ticked but its question is answered, for the script
     * @param onlyIf the answers without which it is not there, beyond those of its question
     * @param when all of these, for the script; null where it is there for everybody
     */
    record Box(
            String id,
            String name,
            String value,
            String open,
            MarkedText label,
            boolean checked,
            List<NeededAnswer> onlyIf,
            @Nullable String when) {}

    record SafetyView(String question, String hint, List<Choice> statements) {}

    /**
     * @param key the reason, as part of a message key
     * @param missing how many answers are needed for a first score
     */
    record Summary(String key, int missing, boolean offersResultWithout, List<Listed> questions) {}

    /** @param anchor where links to the question lead */
    record Listed(int number, MarkedText text, String anchor) {}
}
