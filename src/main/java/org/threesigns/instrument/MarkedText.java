package org.threesigns.instrument;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A text with the mark-up that its author gave it. It holds words and how they look, so that a page writes every word as text and only
 * its own tags as tags.
 *
 * @param source as it is written in the file
 * @param blocks at least one; more only where there are headings
 */
public record MarkedText(String source, List<Block> blocks) {

    private static final Pattern ENDS_A_SENTENCE = Pattern.compile("\\p{Po}$");

    public MarkedText {
        blocks = List.copyOf(blocks);
    }

    /** How words look. */
    public enum Style {
        BOLD("b"),
        ITALIC("i"),
        UNDERLINED("u");

        private final String tag;

        Style(String tag) {
            this.tag = tag;
        }

        public String tag() {
            return tag;
        }
    }

    /**
     * Words that look the same.
     *
     * @param styles the outer one first
     */
    public record Run(String text, List<Style> styles) {

        /** The end of a line. */
        static final Run BREAK = new Run("", List.of());

        public Run {
            styles = List.copyOf(styles);
        }

        public boolean isBreak() {
            return text.isEmpty();
        }

        private String markUp() {
            String words = isBreak() ? "<br>" : text;
            for (int style = styles.size() - 1; style >= 0; style--) {
                words = "<%s>%s</%1$s>".formatted(styles.get(style).tag, words);
            }
            return words;
        }
    }

    /** A heading, or what stands between two. */
    public record Block(boolean heading, List<Run> runs) {

        public Block {
            runs = List.copyOf(runs);
        }

        private String markUp() {
            String words = runs.stream().map(Run::markUp).collect(joining());
            return heading ? "<h3>" + words + "</h3>" : words;
        }

        private String plain() {
            return runs.stream().map(run -> run.isBreak() ? " " : run.text()).collect(joining());
        }
    }

    /**
     * Reads the tags {@code b}, {@code i}, {@code u}, {@code br}, and perhaps {@code h3}. What is no tag stays as it is: 3 &lt; 5.
     *
     * @param headings whether there can be headings in it
     * @throws IllegalArgumentException saying what is wrong with its mark-up, as a sentence
     */
    public static MarkedText parse(String source, boolean headings) {
        return new MarkUpParser(source, headings).parse();
    }

    /** All of it as it looks, without telling headings from the rest. */
    public List<Run> runs() {
        return blocks.size() == 1
                ? blocks.get(0).runs()
                : blocks.stream().flatMap(block -> block.runs().stream()).toList();
    }

    /** This question with one of its answers, neither of which has headings: “Which of these help? Sleep”, or with a colon between them. */
    MarkedText goingOnWith(MarkedText answer) {
        String between = ENDS_A_SENTENCE.matcher(plain()).find() ? " " : ": ";
        return parse(source + between + answer.source, false);
    }

    /** Its words alone, on one line where there is mark-up. */
    public String plain() {
        return isPlain()
                ? source
                : blocks.stream()
                        .map(Block::plain)
                        .collect(joining(" "))
                        .replaceAll("\\s+", " ")
                        .strip();
    }

    /** Whether it is nothing but words. */
    private boolean isPlain() {
        return runs().get(0).text().equals(source);
    }

    /** The same text in the plainest tags: those of each run around it. */
    public String markUp() {
        return blocks.stream().map(Block::markUp).collect(joining());
    }
}
