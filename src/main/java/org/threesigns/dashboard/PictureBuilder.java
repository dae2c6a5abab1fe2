package org.threesigns.dashboard;

import java.util.ArrayList;
import java.util.List;

/** Draws a {@link Picture}. */
final class PictureBuilder {

    private final int width;
    private final int height;
    private final List<Picture.Box> boxes = new ArrayList<>();
    private final List<Picture.Stroke> strokes = new ArrayList<>();
    private final List<Picture.Dot> dots = new ArrayList<>();
    private final List<Picture.Label> labels = new ArrayList<>();

    PictureBuilder(int width, int height) {
        this.width = width;
        this.height = height;
    }

    PictureBuilder box(String look, double x, double y, double boxWidth, double boxHeight) {
        return box(look, x, y, boxWidth, boxHeight, 1);
    }

    PictureBuilder box(String look, double x, double y, double boxWidth, double boxHeight, double opacity) {
        boxes.add(new Picture.Box(
                look, number(x), number(y), number(boxWidth), number(boxHeight), Double.toString(opacity)));
        return this;
    }

    PictureBuilder horizontal(String look, double fromX, double toX, double y) {
        return stroke(look, "M%s %sH%s".formatted(number(fromX), number(y), number(toX)));
    }

    PictureBuilder vertical(String look, double x, double fromY, double toY) {
        return stroke(look, "M%s %sV%s".formatted(number(x), number(fromY), number(toY)));
    }

    PictureBuilder stroke(String look, String path) {
        strokes.add(new Picture.Stroke(look, path));
        return this;
    }

    PictureBuilder dot(String look, double x, double y, double radius) {
        dots.add(new Picture.Dot(look, number(x), number(y), number(radius)));
        return this;
    }

    PictureBuilder label(double x, double y, String anchor, String text) {
        labels.add(new Picture.Label(number(x), number(y), anchor, text));
        return this;
    }

    Picture titled(String title) {
        return new Picture(title, width, height, boxes, strokes, dots, labels);
    }

    static String number(double coordinate) {
        return Double.toString(Math.round(coordinate * 10) / 10.0);
    }
}
