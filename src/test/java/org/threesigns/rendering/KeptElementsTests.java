package org.threesigns.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

class KeptElementsTests {

    private static final int MOST = 40;
    private static final int BYTES = MOST * "<li class=\"en\">kept 0</li>".length();

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    @BeforeEach
    void bringTheDialect() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setSuffix(".html");
        engine.setTemplateResolver(resolver);
        engine.addDialect(new KeptDialect(new KeptFragments(BYTES)));
    }

    /** Counts how often it was looked at, and says that it is the same as any other of the same text. */
    public static final class Word {

        private final String text;
        private final AtomicInteger looks = new AtomicInteger();

        Word(String text) {
            this.text = text;
        }

        public String getText() {
            looks.incrementAndGet();
            return text;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Word word && word.text.equals(text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }
    }

    @Test
    void standInTheirOrderWhereTheElementWas() {
        assertThat(page(Locale.ENGLISH, List.of(new Word("one"), new Word("two"))))
                .contains("<ul><li class=\"en\">one</li>\n<li class=\"en\">two</li>\n</ul>")
                .doesNotContain("kept:");
    }

    @Test
    void areRenderedOnceForAValue() {
        page(Locale.ENGLISH, List.of(new Word("one")));
        var again = new Word("one");

        assertThat(page(Locale.ENGLISH, List.of(again, again))).contains("one</li>\n<li class=\"en\">one");
        assertThat(again.looks).hasValue(0);
    }

    @Test
    void areAnotherInEachLanguage() {
        page(Locale.ENGLISH, List.of(new Word("one")));

        assertThat(page(Locale.forLanguageTag("es"), List.of(new Word("one")))).contains("<li class=\"es\">one</li>");
    }

    @Test
    void seeNothingOfThePageThatTheyAreRenderedForFirst() {
        assertThat(page(Locale.ENGLISH, Map.of("words", List.of(), "also", new Word("one"), "greeting", "Anna")))
                .contains("<p>Anna</p>", "<b>one and nobody</b>");
    }

    @Test
    void areEscapedAndNeverReadAsTemplates() {
        assertThat(page(Locale.ENGLISH, List.of(new Word("<b> [[${1+1}]] [(${1+1})]"))))
                .contains("&lt;b&gt; [[${1+1}]] [(${1+1})]");
    }

    @Test
    void areNotThereWhereThereIsNoValue() {
        assertThat(page(Locale.ENGLISH, List.of())).contains("<ul></ul>");
        assertThat(page(Locale.ENGLISH, Optional.empty())).contains("<ul></ul>");
        assertThat(page(Locale.ENGLISH, Optional.of(new Word("one")))).contains("<ul><li class=\"en\">one</li>\n</ul>");
    }

    @Test
    void haveTheValueOfEachPageInTheirGap() {
        var word = new Word("one");

        assertThat(letter(word, "4nn-_A")).contains("<a href=\"/letters/4nn-_A?to=4nn-_A\">one for 4nn-_A</a>");
        assertThat(letter(word, "Ben")).contains("<a href=\"/letters/Ben?to=Ben\">one for Ben</a>");
        assertThat(word.looks).hasValue(1);
    }

    @Test
    void escapeWhatGoesIntoTheirGap() {
        assertThat(letter(new Word("one"), "<b>\"&'"))
                .contains("<a href=\"/letters/&lt;b&gt;&quot;&amp;&#39;?", ">one for &lt;b&gt;&quot;&amp;&#39;</a>");
    }

    @Test
    void areThereOnceForTrueAndNotForFalse() {
        assertThat(shelf(List.of(), true)).contains("<hr>");
        assertThat(shelf(List.of(), false)).doesNotContain("<hr>");
    }

    @Test
    void haveHolesThatAreFilledFromTheValuesAround() {
        var seen = new Word("seen");

        assertThat(shelf(List.of(new Story(seen, List.of("a", "b"))), true))
                .contains("<dl title=\"seen\"><dd>a</dd>\n<dd>b</dd>\n<dt>yes</dt>\n</dl>");
        assertThat(shelf(List.of(new Story(seen, List.of("c"))), false))
                .contains("<dl title=\"seen\"><dd>c</dd>\n</dl>");
        assertThat(seen.looks).hasValue(1);
    }

    /** Something with parts, of which its fragment sees one. */
    public record Story(Word title, List<String> words) {}

    private String shelf(List<Story> stories, boolean end) {
        return process("kept/shelf", Locale.ENGLISH, Map.of("stories", stories, "end", end));
    }

    private String letter(Word word, String to) {
        return process("kept/letter", Locale.ENGLISH, Map.of("words", List.of(word), "to", to));
    }

    @Test
    void makeRoomOnceTooManyAreKept() {
        for (int each = 0; each < MOST + 1; each++) {
            page(Locale.ENGLISH, List.of(new Word("kept " + each)));
        }
        var first = new Word("kept 0");
        var last = new Word("kept " + MOST);

        assertThat(page(Locale.ENGLISH, List.of(first, last))).contains("kept 0", "kept " + MOST);
        assertThat(first.looks).hasValue(1);
        assertThat(last.looks).hasValue(0);
    }

    @Test
    void mustBeNamedAsTemplateAndFragment() {
        assertThatExceptionOfType(TemplateProcessingException.class)
                .isThrownBy(() -> process("kept/broken", Locale.ENGLISH, Map.of("words", List.of(new Word("one")))))
                .withMessageContaining("template :: fragment(name)");
    }

    private String page(Locale language, Object words) {
        return page(language, Map.of("words", words));
    }

    private String page(Locale language, Map<String, Object> model) {
        return process("kept/page", language, model);
    }

    private String process(String template, Locale language, Map<String, Object> model) {
        var servlets = new MockServletContext();
        var exchange = JakartaServletWebApplication.buildApplication(servlets)
                .buildExchange(new MockHttpServletRequest(servlets), new MockHttpServletResponse());
        return engine.process(template, new WebContext(exchange, language, new HashMap<>(model)));
    }
}
