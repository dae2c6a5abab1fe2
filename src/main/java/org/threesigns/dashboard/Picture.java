package org.threesigns.dashboard;

import java.util.List;

/**
 * The shapes of a chart, drawn in this order: on a page in the colours of the page, in a file in colours for white paper.
 *
 * @param title what it shows, for those who do not see it
 */
record Picture(
        String title,
        int width,
        int height,
        List<Box> boxes,
        List<Stroke> strokes,
        List<Dot> dots,
        List<Label> labels) {

    Picture {
        boxes = List.copyOf(boxes);
        strokes = List.copyOf(strokes);
        dots = List.copyOf(dots);
        labels = List.copyOf(labels);
    }

    /**
     * A rectangle.
     *
     * @param look its class in the stylesheet
     * @param opacity from 0 to 1
     */
    record Box(String look, String x, String y, String width, String height, String opacity) {}

    /** A line, given as the path of an SVG. */
    record Stroke(String look, String path) {}

    record Dot(String look, String x, String y, String radius) {}

    /**
     * A few words.
     *
     * @param anchor which end of the words is at x: start, middle or end
     */
    record Label(String x, String y, String anchor, String text) {}
}
