package org.threesigns.osd;

import java.util.regex.Pattern;
import org.threesigns.instrument.MarkedText;

/** The mark-up that texts of the format may have. */
final class MarkUp {

    private static final Pattern INLINE = Pattern.compile("</?[biu]>", Pattern.CASE_INSENSITIVE);
    private static final Pattern BLOCK = Pattern.compile("<br\\s*/?>|</?h3>", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADING = Pattern.compile("</?h3>", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER = Pattern.compile("<[/!?A-Za-z][^<>]*>");

    private MarkUp() {}

    /**
     * The words alone; a heading or break becomes a space.
     *
     * @throws UnsupportedFeatureException if there is other mark-up than {@code b i u br h3}
     */
    static String strip(String text, String place) {
        String plain = BLOCK.matcher(INLINE.matcher(text).replaceAll("")).replaceAll(" ");
        var other = OTHER.matcher(plain);
        if (other.find()) {
            throw new UnsupportedFeatureException("the mark-up " + other.group(), "text " + place);
        }
        return onOneLine(plain);
    }

    /**
     * The text with its mark-up, as ours has it.
     *
     * @param headings whether there can be headings in it; a space otherwise
     * @throws IllegalArgumentException if the mark-up is not sound
     */
    static String keep(String text, boolean headings) {
        String kept = headings ? text : HEADING.matcher(text).replaceAll(" ");
        return MarkedText.parse(onOneLine(kept), headings).markUp();
    }

    private static String onOneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
