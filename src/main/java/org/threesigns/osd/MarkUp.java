package org.threesigns.osd;

import java.util.regex.Pattern;

/** The mark-up that texts of the format may have. Our texts are plain, so it is left out; a heading or break becomes a space. */
final class MarkUp {

    private static final Pattern INLINE = Pattern.compile("</?[biu]>", Pattern.CASE_INSENSITIVE);
    private static final Pattern BREAK = Pattern.compile("<br\\s*/?>|</?h3>|\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER = Pattern.compile("</?[A-Za-z][^>]*>");

    private MarkUp() {}

    /** @throws UnsupportedScaleException if there is other mark-up than {@code b i u br h3} */
    static String strip(String text, String place) {
        String plain = BREAK.matcher(INLINE.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
        var other = OTHER.matcher(plain);
        if (other.find()) {
            throw new UnsupportedScaleException("the mark-up " + other.group(), "text " + place);
        }
        return plain.replaceAll(" +", " ");
    }
}
