package org.threesigns.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threesigns.result.Respondent.bodyOf;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.MessageSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.threesigns.guidance.SampleResponses;
import org.threesigns.instrument.TestInstruments;
import org.threesigns.instrument.Wording;
import org.threesigns.respondent.RespondentPagesTest;
import org.threesigns.scoring.Responses;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.dialect.IDialect;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** A result has cached fragments, most of which were first rendered for another person. */
@Tag("once")
@RespondentPagesTest
class ResultFragmentsTests {

    private final MockMvcTester browser;
    private final Respondent respondent;
    private final SpringTemplateEngine templates;
    private final AutowireCapableBeanFactory beans;

    @Autowired
    ResultFragmentsTests(
            MockMvcTester browser,
            Respondent respondent,
            SpringTemplateEngine templates,
            AutowireCapableBeanFactory beans) {
        this.browser = browser;
        this.respondent = respondent;
        this.templates = templates;
        this.beans = beans;
    }

    @ParameterizedTest
    @CsvSource({"en, CURRENT, false", "en, PAST, false", "en, CURRENT, true", "es, PAST, true", "es, CURRENT, false"})
    void isByteForByteWhatItsTemplateWouldBe(String language, Wording wording, boolean supportFirst) throws Exception {
        for (Responses responses : responsesOfAllKinds()) {
            String address = respondent
                    .leaves(respondent.completed(responses, wording, supportFirst))
                    .replace("/en/", "/" + language + "/");
            MvcTestResult shown = browser.get().uri(address).exchange();

            assertThat(bodyOf(shown)).as(responses.encoded()).isEqualTo(byItsTemplate(shown.getMvcResult(), language));
            assertThat(shown)
                    .hasHeader("Content-Type", "text/html;charset=UTF-8")
                    .hasHeader("Content-Language", language);
        }
    }

    private static List<Responses> responsesOfAllKinds() {
        var instrument = TestInstruments.threeSigns();
        return Stream.concat(
                        SampleResponses.ofAllKinds(instrument).limit(40),
                        Stream.of(Responses.allSkipped(instrument.items().size())))
                .toList();
    }

    /** Renders the page with a cache that is still empty. */
    private String byItsTemplate(MvcResult shown, String language) {
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolvers(templates.getTemplateResolvers());
        engine.setMessageSource(beans.getBean(MessageSource.class));
        engine.setLinkBuilders(templates.getConfiguration().getLinkBuilders());
        engine.addDialect((IDialect)
                beans.createBean(beans.getBean("fragmentCacheDialect").getClass()));
        engine.addDialect((IDialect) beans.getBean("markedTextDialect"));
        var exchange = JakartaServletWebApplication.buildApplication(
                        Objects.requireNonNull(shown.getRequest().getServletContext()))
                .buildExchange(shown.getRequest(), new MockHttpServletResponse());
        var model = Objects.requireNonNull(shown.getModelAndView()).getModel();
        return engine.process("result/page", new WebContext(exchange, Locale.forLanguageTag(language), model));
    }

    @Test
    void hasTheLinksOfItsOwnRequest() {
        String address = respondent.leaves(Respondent.distant());

        assertThat(bodyOf(browser.get().uri(address).exchange()))
                .contains("href=\"" + address.replace("/en/", "/es/") + "\"");
        assertThat(bodyOf(browser.get()
                        .uri("/trust" + address + "?a=1&b=<")
                        .contextPath("/trust")
                        .exchange()))
                .contains("href=\"/trust" + address + "/keep\"", "href=\"/trust/en/method\"")
                .doesNotContain("href=\"/en");
    }
}
