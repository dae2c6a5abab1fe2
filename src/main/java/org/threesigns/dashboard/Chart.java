package org.threesigns.dashboard;

import java.util.List;

/**
 * A chart with its numbers, to be downloaded.
 *
 * @param id its name in addresses
 * @param tone the colour of its scale; 0 if it has none
 * @param table the numbers behind it, the first row naming the columns
 */
public record Chart(String id, int tone, Picture picture, List<List<String>> table) {

    public Chart {
        table = List.copyOf(table);
    }

    /**
     * The picture as a file that can stand alone, in an SVG.
     *
     * @param caption what it is made of, below it
     */
    public String svg(String caption) {
        return new SvgFile(picture, tone).write(caption);
    }
}
