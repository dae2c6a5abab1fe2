package org.threesigns.dashboard;

import static java.util.Map.entry;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

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
    private final Map<String, Map<String, String>> looks;
    private final StringWriter text = new StringWriter();

    SvgFile(Picture picture, int tone) {
        this.picture = picture;
        this.looks = looks(tone >= 1 && tone <= TONES.size() ? TONES.get(tone - 1) : OTHER);
    }

    private static Map<String, Map<String, String>> looks(String tone) {
        return Map.ofEntries(
                entry("column", Map.of("fill", tone)),
                entry("column hollow", Map.of("fill", PAPER, "stroke", tone, "stroke-width", "1.5")),
                entry("box", Map.of("fill", tone, "fill-opacity", "0.28", "stroke", tone)),
                entry("mid", Map.of("stroke", INK, "stroke-width", "2")),
                entry("cut", Map.of("stroke", INK, "stroke-dasharray", "3 3")),
                entry("axis", Map.of("stroke", LINE)),
                entry("grid", Map.of("stroke", HAIR)),
                entry("line", Map.of("stroke", tone, "stroke-width", "2.5", "fill", "none")),
                entry("error", Map.of("stroke", tone, "stroke-width", "1.5")),
                entry("point", Map.of("fill", PAPER, "stroke", tone, "stroke-width", "2")),
                entry("dot", Map.of("fill", INK)));
    }

    String write(String caption) {
        try {
            XMLStreamWriter out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            write(out, wrapped(picture.title()), wrapped(caption));
            out.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Nothing can go wrong where text is written to memory", e);
        }
    }

    private void write(XMLStreamWriter out, List<String> title, List<String> caption) throws XMLStreamException {
        int width = width() + 2 * MARGIN;
        int top = MARGIN + title.size() * LINE_HEIGHT + MARGIN;
        int bottom = top + picture.height() + MARGIN;
        int height = bottom + caption.size() * LINE_HEIGHT + MARGIN;
        out.writeStartDocument("UTF-8", "1.0");
        out.writeStartElement("svg");
        out.writeDefaultNamespace("http://www.w3.org/2000/svg");
        attributes(
                out,
                Map.of("width", "" + width, "height", "" + height, "viewBox", "0 0 %s %s".formatted(width, height)));
        attributes(out, Map.of("font-family", "Figtree, Arial, sans-serif", "font-size", "13", "fill", OTHER));
        element(out, "title", Map.of(), picture.title());
        element(out, "rect", Map.of("width", "100%", "height", "100%", "fill", PAPER), "");
        lines(out, title, MARGIN, "bold");
        out.writeStartElement("g");
        out.writeAttribute("transform", "translate(%s %s)".formatted(MARGIN, top));
        shapes(out);
        out.writeEndElement();
        lines(out, caption, bottom, "normal");
        out.writeEndDocument();
    }

    private void shapes(XMLStreamWriter out) throws XMLStreamException {
        for (Picture.Box box : picture.boxes()) {
            var place = Map.of("x", box.x(), "y", box.y(), "width", box.width(), "height", box.height());
            element(out, "rect", box.look(), place, Map.of("opacity", box.opacity()));
        }
        for (Picture.Stroke stroke : picture.strokes()) {
            element(out, "path", stroke.look(), Map.of("d", stroke.path()), Map.of());
        }
        for (Picture.Dot dot : picture.dots()) {
            element(out, "circle", dot.look(), Map.of("cx", dot.x(), "cy", dot.y(), "r", dot.radius()), Map.of());
        }
        for (Picture.Label label : picture.labels()) {
            element(out, "text", Map.of("x", label.x(), "y", label.y(), "text-anchor", label.anchor()), label.text());
        }
    }

    private void element(
            XMLStreamWriter out, String name, String look, Map<String, String> place, Map<String, String> more)
            throws XMLStreamException {
        out.writeEmptyElement(name);
        attributes(out, place);
        attributes(out, looks.getOrDefault(look, Map.of()));
        attributes(out, more);
    }

    private static void element(XMLStreamWriter out, String name, Map<String, String> attributes, String content)
            throws XMLStreamException {
        out.writeStartElement(name);
        attributes(out, attributes);
        out.writeCharacters(content);
        out.writeEndElement();
    }

    private static void attributes(XMLStreamWriter out, Map<String, String> attributes) throws XMLStreamException {
        for (var attribute : new TreeMap<>(attributes).entrySet()) {
            out.writeAttribute(attribute.getKey(), attribute.getValue());
        }
    }

    private static void lines(XMLStreamWriter out, List<String> lines, int top, String weight)
            throws XMLStreamException {
        for (int line = 0; line < lines.size(); line++) {
            String y = Integer.toString(top + (line + 1) * LINE_HEIGHT - 4);
            element(out, "text", Map.of("x", "" + MARGIN, "y", y, "font-weight", weight), lines.get(line));
        }
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
