package org.threesigns.instrument;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.threesigns.instrument.MarkedText.Block;
import org.threesigns.instrument.MarkedText.Run;
import org.threesigns.instrument.MarkedText.Style;

/** Reads one text. Everything that a browser could take for a tag is one of the few that are known, or refused. */
final class MarkUpParser {

    private static final Pattern TAG = Pattern.compile("<[/!?A-Za-z][^<>]*>");
    private static final Pattern KNOWN = Pattern.compile("<br ?/?>|<(?<end>/?)(?<name>b|i|u|h3)>");
    private static final String END = "end";
    private static final String NAME = "name";
    private static final String HEADING = "h3";

    private final String source;
    private final boolean headings;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();

    /** @param before how many runs its block had when it was opened */
    private record Open(String tag, int before) {}

    MarkUpParser(String source, boolean headings) {
        this.source = source;
        this.headings = headings;
    }

    MarkedText parse() {
        int at = 0;
        var tag = TAG.matcher(source);
        while (tag.find()) {
            addWords(source.substring(at, tag.start()));
            read(tag.group());
            at = tag.end();
        }
        addWords(source.substring(at));
        if (!open.isEmpty()) {
            throw new IllegalArgumentException(
                    "'<%s>' is not closed.".formatted(open.element().tag()));
        }
        endBlock(false);
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("There are no words.");
        }
        return new MarkedText(source, blocks);
    }

    private void addWords(String words) {
        if (!words.isEmpty()) {
            runs.add(new Run(words, styles()));
        }
    }

    private List<Style> styles() {
        List<Style> styles = new ArrayList<>();
        open.descendingIterator().forEachRemaining(outer -> style(outer.tag()).forEach(styles::add));
        return styles;
    }

    private static Stream<Style> style(String tag) {
        return Stream.of(Style.values()).filter(style -> style.tag().equals(tag));
    }

    private void read(String written) {
        var known = KNOWN.matcher(written.toLowerCase(Locale.ROOT));
        if (!known.matches() || (HEADING.equals(known.group(NAME)) && !headings)) {
            throw new IllegalArgumentException("'%s' is no mark-up that this text can have.".formatted(written));
        }
        if (known.group(NAME) == null) {
            runs.add(Run.BREAK);
        } else if (known.group(END).isEmpty()) {
            open(known.group(NAME));
        } else {
            close(known.group(NAME));
        }
    }

    private void open(String name) {
        for (Open outer : open) {
            if (name.equals(HEADING) || outer.tag().equals(name)) {
                throw new IllegalArgumentException("'<%s>' is inside of '<%s>'.".formatted(name, outer.tag()));
            }
        }
        if (name.equals(HEADING)) {
            endBlock(false);
        }
        open.push(new Open(name, runs.size()));
    }

    private void close(String name) {
        Open inner = open.peek();
        if (inner == null || !inner.tag().equals(name)) {
            throw new IllegalArgumentException("'</%s>' closes nothing.".formatted(name));
        }
        open.pop();
        int before = blocks.size();
        boolean empty = runs.size() == inner.before();
        if (name.equals(HEADING)) {
            endBlock(true);
            empty = blocks.size() == before;
        }
        if (empty) {
            throw new IllegalArgumentException("'<%s>' has no words.".formatted(name));
        }
    }

    /** A line neither ends before the first words nor after the last. */
    private void endBlock(boolean heading) {
        int from = 0;
        int to = runs.size();
        while (from < to && runs.get(from).isBreak()) {
            from++;
        }
        while (from < to && runs.get(to - 1).isBreak()) {
            to--;
        }
        var words = List.copyOf(runs.subList(from, to));
        if (words.stream().anyMatch(run -> !run.text().isBlank())) {
            blocks.add(new Block(heading, words));
        }
        runs.clear();
    }
}
