package org.threesigns.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

class FragmentCacheTests {

    private final ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    @BeforeEach
    void bringTheDialect() {
        templates.setSuffix(".html");
        engine.setTemplateResolver(templates);
        engine.addDialect(new FragmentCacheDialect(new FragmentCache()));
    }

    /** Counts how often it was read, and is equal to any other of the same text. */
    public static final class Word {

        private final String text;
        private final AtomicInteger reads = new AtomicInteger();

        Word(String text) {
            this.text = text;
        }

        public String getText() {
            reads.incrementAndGet();
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
    void rendersAFragmentOnceForItsParameters() {
        page(Locale.ENGLISH, new Word("one"));
        var again = new Word("one");

        assertThat(page(Locale.ENGLISH, again, again, new Word("two")))
                .containsSubsequence(">one</a>", ">one</a>", ">two</a>")
                .doesNotContain("cache:");
        assertThat(again.reads).hasValue(0);
    }

    @Test
    void rendersItAnewForEachLanguage() {
        page(Locale.ENGLISH, new Word("one"));

        assertThat(page(Locale.forLanguageTag("es"), new Word("one"))).contains("<li class=\"es\"");
    }

    @Test
    void rendersItAnewForEachPrefixOfAddresses() {
        page(Locale.ENGLISH, new Word("one"));

        assertThat(process("/trust", Locale.ENGLISH, Map.of("words", List.of(new Word("one")))))
                .contains("href=\"/trust/words\"");
    }

    @Test
    void showsAFragmentNothingOfThePageOrItsRequest() {
        assertThat(process("", Locale.ENGLISH, Map.of("words", List.of(new Word("one")), "greeting", "Anna")))
                .contains("<p>Anna</p>", "</a> for nobody</li>");
    }

    @Test
    void escapesParametersAndNeverReadsThemAsTemplates() {
        assertThat(page(Locale.ENGLISH, new Word("<b> [[${1+1}]] [(${1+1})]")))
                .contains("&lt;b&gt; [[${1+1}]] [(${1+1})]");
    }

    @Test
    void makesRoomOnceThereAreTooMany() {
        for (int each = 0; each < FragmentCache.MOST + 1; each++) {
            page(Locale.ENGLISH, new Word("word " + each));
        }
        var first = new Word("word 0");
        var last = new Word("word " + FragmentCache.MOST);

        assertThat(page(Locale.ENGLISH, last, first)).contains("word 0", "word " + FragmentCache.MOST);
        assertThat(first.reads).hasValue(1);
        assertThat(last.reads).hasValue(0);
    }

    @Test
    void keepsNothingOfTemplatesThatAreBeingWorkedOn() {
        templates.setCacheable(false);
        page(Locale.ENGLISH, new Word("one"));
        var again = new Word("one");

        page(Locale.ENGLISH, again);

        assertThat(again.reads).hasValue(1);
    }

    private String page(Locale language, Word... words) {
        return process("", language, Map.of("words", List.of(words)));
    }

    private String process(String prefix, Locale language, Map<String, Object> model) {
        var servlets = new MockServletContext();
        servlets.setContextPath(prefix);
        var request = new MockHttpServletRequest(servlets);
        request.setContextPath(prefix);
        request.setAttribute("fromTheRequest", "a secret");
        var exchange = JakartaServletWebApplication.buildApplication(servlets)
                .buildExchange(request, new MockHttpServletResponse());
        return engine.process("fragments/page", new WebContext(exchange, language, new HashMap<>(model)));
    }
}
