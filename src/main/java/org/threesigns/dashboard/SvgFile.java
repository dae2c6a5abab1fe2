package org.threesigns.dashboard;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/**
 * Writes a picture as a file of its own. Word processors and editors of drawings read attributes better than stylesheets, so
 * it has no stylesheet.
 */
final class SvgFile {

    /** The colours of scales on white, as in the stylesheet. */
    static final List<String> TONES = List.of(
            "#3B5F97", "#7B4489", "#8A5A12", "#1D6B72", "#54549E", "#7A5340", "#8E3F68", "#3F6680", "#666321",
            "#5E5570", "#2C5F8A", "#8A4B2A");

    /** The colour of what is no scale's, and of scales that have no colour of their own. */
    static final String OTHER = "#54626D";

    private static final String PAPER = "#FFFFFF";
    private static final String INK = "#22303A";
    private static final String LINE = "#7C8791";
    private static final String HAIR = "#E2DBD0";
    private static final int MARGIN = 12;
    private static final int NARROWEST = 280;
    private static final int LINE_HEIGHT = 17;
    private static final double LETTER = 6.6;

    private final Picture picture;
    private final Map<String, String> looks;
    private final StringBuilder svg = new StringBuilder();

    SvgFile(Picture picture, int tone) {
        this.picture = picture;
        this.looks = looks(tone >= 1 && tone <= TONES.size() ? TONES.get(tone - 1) : OTHER);
    }

    private static Map<String, String> looks(String tone) {
        return Map.ofEntries(
                entry("column", "fill='%s'".formatted(tone)),
                entry("column hollow", "fill='%s' stroke='%s' stroke-width='1.5'".formatted(PAPER, tone)),
                entry("box", "fill='%s' fill-opacity='0.28' stroke='%1$s'".formatted(tone)),
                entry("mid", "stroke='%s' stroke-width='2'".formatted(INK)),
                entry("cut", "stroke='%s' stroke-dasharray='3 3'".formatted(INK)),
                entry("axis", "stroke='%s'".formatted(LINE)),
                entry("grid", "stroke='%s'".formatted(HAIR)),
                entry("line", "stroke='%s' stroke-width='2.5' fill='none'".formatted(tone)),
                entry("error", "stroke='%s' stroke-width='1.5'".formatted(tone)),
                entry("point", "fill='%s' stroke='%s' stroke-width='2'".formatted(PAPER, tone)),
                entry("dot", "fill='%s'".formatted(INK)));
    }

    String write(String caption) {
        List<String> above = wrapped(picture.title());
        List<String> below = wrapped(caption);
        int width = width() + 2 * MARGIN;
        int top = MARGIN + above.size() * LINE_HEIGHT + MARGIN;
        int bottom = top + picture.height() + MARGIN;
        int height = bottom + below.size() * LINE_HEIGHT + MARGIN;
        svg.append("<?xml version='1.0' encoding='UTF-8'?>");
        svg.append("<svg xmlns='http://www.w3.org/2000/svg' width='%s' height='%s' viewBox='0 0 %1$s %2$s'"
                .formatted(width, height));
        svg.append(" font-family='Figtree, Arial, sans-serif' font-size='13' fill='%s'>".formatted(OTHER));
        svg.append("<title>%s</title>".formatted(escaped(picture.title())));
        svg.append("<rect width='100%%' height='100%%' fill='%s'/>".formatted(PAPER));
        lines(above, MARGIN, "bold");
        svg.append("<g transform='translate(%s %s)'>".formatted(MARGIN, top));
        shapes();
        svg.append("</g>");
        lines(below, bottom, "normal");
        return svg.append("</svg>").toString();
    }

    private void shapes() {
        picture.boxes()
                .forEach(box -> svg.append("<rect x='%s' y='%s' width='%s' height='%s' opacity='%s' %s/>"
                        .formatted(box.x(), box.y(), box.width(), box.height(), box.opacity(), look(box.look()))));
        picture.strokes()
                .forEach(stroke -> svg.append("<path d='%s' %s/>".formatted(stroke.path(), look(stroke.look()))));
        picture.dots()
                .forEach(dot -> svg.append("<circle cx='%s' cy='%s' r='%s' %s/>"
                        .formatted(dot.x(), dot.y(), dot.radius(), look(dot.look()))));
        picture.labels()
                .forEach(label -> svg.append("<text x='%s' y='%s' text-anchor='%s'>%s</text>"
                        .formatted(label.x(), label.y(), label.anchor(), escaped(label.text()))));
    }

    private String look(String name) {
        return looks.getOrDefault(name, "");
    }

    private void lines(List<String> lines, int top, String weight) {
        int y = top - 4;
        for (String line : lines) {
            y += LINE_HEIGHT;
            svg.append("<text x='%s' y='%s' font-weight='%s'>%s</text>".formatted(MARGIN, y, weight, escaped(line)));
        }
    }

    /** With the encoding, as without it other letters become entities that only HTML knows. */
    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    /** Wide enough for words, however small the picture is. */
    private int width() {
        return Math.max(NARROWEST, picture.width());
    }

    /** The words in lines of about the picture's width: an SVG does not break lines by itself. */
    private List<String> wrapped(String words) {
        int most = (int) (width() / LETTER);
        List<String> lines = new ArrayList<>();
        for (String word : words.split(" ", -1)) {
            int last = lines.size() - 1;
            if (last >= 0 && lines.get(last).length() + word.length() < most) {
                lines.set(last, lines.get(last) + " " + word);
            } else {
                lines.add(word);
            }
        }
        return lines;
    }
}
