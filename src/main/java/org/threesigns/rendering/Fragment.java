package org.threesigns.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fragment as it is kept: text, with gaps and holes in it for what is another on each page.
 *
 * @param bytes how much text it is
 */
record Fragment(List<Piece> pieces, int bytes) {

    /** Nothing that anybody writes looks like it, and it looks the same in text, in attributes and in addresses. */
    private static final String MARK = UUID.randomUUID().toString();

    /** Stands for what goes into a gap while a fragment is rendered. */
    static final String GAP = MARK + "gap";

    private static final Pattern MARKS = Pattern.compile(MARK + "(?:gap|hole(\\d+);)");

    sealed interface Piece {}

    /** Text in UTF-8. */
    static final class Text implements Piece {

        private final byte[] content;

        Text(String content) {
            this.content = content.getBytes(UTF_8);
        }

        void writeTo(ByteArrayOutputStream page) {
            page.writeBytes(content);
        }
    }

    record Gap() implements Piece {}

    /** @param known the fragments that have stood there or in the like, by what they saw */
    record Hole(KeptElement element, Map<Object, Fragment> known) implements Piece {}

    /** Stands for one of the holes while a fragment is rendered. */
    static String hole(int number) {
        return MARK + "hole" + number + ";";
    }

    /**
     * Takes a rendered fragment apart.
     *
     * @param holes what stands in each hole
     */
    static Fragment of(String rendered, IntFunction<Hole> holes) {
        var pieces = new ArrayList<Piece>();
        Matcher mark = MARKS.matcher(rendered);
        int end = 0;
        while (mark.find()) {
            pieces.add(new Text(rendered.substring(end, mark.start())));
            pieces.add(mark.group(1) == null ? new Gap() : holes.apply(Integer.parseInt(mark.group(1))));
            end = mark.end();
        }
        pieces.add(new Text(rendered.substring(end)));
        return new Fragment(List.copyOf(pieces), rendered.getBytes(UTF_8).length);
    }
}
