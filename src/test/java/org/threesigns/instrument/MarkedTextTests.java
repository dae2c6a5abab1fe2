package org.threesigns.instrument;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threesigns.instrument.MarkedText.Block;
import org.threesigns.instrument.MarkedText.Run;
import org.threesigns.instrument.MarkedText.Style;

/** Texts with the mark-up of their authors. */
class MarkedTextTests {

    /** What a browser takes for the beginning of a tag, where it ends. */
    private static final Pattern TAG = Pattern.compile("<[/!?A-Za-z][^<>]*>");

    private static final List<String> PIECES = List.of(
            "<b>",
            "</b>",
            "<i>",
            "</i>",
            "<u>",
            "</u>",
            "<br>",
            "<BR/>",
            "<h3>",
            "</h3>",
            "<",
            ">",
            "/",
            "b",
            "h3",
            "!--",
            "&lt;",
            " ",
            "\n",
            "word",
            "<script>",
            "<b x>",
            "<![CDATA[",
            "]]>",
            "3 < 5",
            "\"",
            "'",
            "{name}",
            "\uD83D\uDE00");

    @Test
    void areWordsThatLookOneWayOrAnother() {
        assertThat(MarkedText.parse("Did <b>you <i>rest</i></b>?", false).runs())
                .containsExactly(
                        new Run("Did ", List.of()),
                        new Run("you ", List.of(Style.BOLD)),
                        new Run("rest", List.of(Style.BOLD, Style.ITALIC)),
                        new Run("?", List.of()));
    }

    @Test
    void areBlocksWhereThereAreHeadings() {
        assertThat(MarkedText.parse("<H3>Now</H3><br />Think of <u>now</u>.<br>", true)
                        .blocks())
                .containsExactly(
                        new Block(true, List.of(new Run("Now", List.of()))),
                        new Block(
                                false,
                                List.of(
                                        new Run("Think of ", List.of()),
                                        new Run("now", List.of(Style.UNDERLINED)),
                                        new Run(".", List.of()))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Did you rest?",
                "Is 3 < 5?",
                "I <3 you > me",
                "a<b and more",
                "&lt;b&gt;bold&lt;/b&gt; &#60;b&#62;",
                "a <",
                "<\u212A>x",
                "two\nlines  and spaces"
            })
    void stayAsTheyAreWithoutATag(String text) {
        MarkedText read = MarkedText.parse(text, true);

        assertThat(read.blocks()).containsExactly(new Block(false, List.of(new Run(text, List.of()))));
        assertThat(read.plain()).isEqualTo(text);
        assertThat(read.markUp()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "Did <b>you</b> rest?, Did you rest?",
        "<h3>Hello</h3>Think<br>back., Hello Think back.",
        "<i>3</i> < 5, 3 < 5"
    })
    void haveWordsForWhereNothingCanBeMarkedUp(String text, String plain) {
        assertThat(MarkedText.parse(text, true).plain()).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>x</script>",
                "<SCRIPT>x</SCRIPT>",
                "<b onclick=x()>x</b>",
                "<b >x</b>",
                "<b/>x",
                "<img src=x onerror=x()>",
                "<br class=x>",
                "<!-- x -->",
                "<!doctype html>",
                "<![CDATA[x]]>",
                "<?xml?>",
                "</p>",
                "<svg/onload=x()>",
                "<a href='javascript:x()'>x</a>",
                "<b\n>x</b>",
                "<h3>x</h3>",
                "<style>x</style>"
            })
    void areRefusedWithAnyOtherTag(String text) {
        assertThatThrownBy(() -> MarkedText.parse("Words " + text, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no mark-up that this text can have.");
    }

    /** Whatever is written, it is refused, or it is words in known styles, of which none could be a tag, and all of the words. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void holdNothingThatCouldBeATag(long seed) {
        var random = new Random(seed);
        int sound = 0;
        for (int text = 0; text < 20_000; text++) {
            String source = random.ints(1 + random.nextInt(9), 0, PIECES.size())
                    .mapToObj(PIECES::get)
                    .collect(joining());
            MarkedText read;
            try {
                read = MarkedText.parse(source, random.nextBoolean());
            } catch (IllegalArgumentException e) {
                continue;
            }
            sound++;
            assertThat(read.runs()).noneMatch(run -> TAG.matcher(run.text()).find());
            assertThat(letters(read.runs().stream().map(Run::text))).isEqualTo(letters(Stream.of(withoutTags(source))));
            assertThat(MarkedText.parse(read.markUp(), true).blocks()).isEqualTo(read.blocks());
        }
        assertThat(sound).isGreaterThan(2_000);
    }

    private static String withoutTags(String source) {
        return source.replaceAll("(?i)</?(b|i|u|h3)>|<br ?/?>", "");
    }

    private static String letters(Stream<String> texts) {
        return texts.collect(joining()).replaceAll("\\s", "");
    }
}
