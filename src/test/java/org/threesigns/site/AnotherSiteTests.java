package org.threesigns.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A site that is about another's questionnaire alone. */
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:another;DB_CLOSE_DELAY=-1",
            "three-signs.instruments=src/test/resources/other-instruments",
            "three-signs.instrument=two-options"
        })
@AutoConfigureMockMvc
class AnotherSiteTests {

    private final MockMvcTester site;

    @Autowired
    AnotherSiteTests(MockMvcTester site) {
        this.site = site;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/en", "/es", "/en/method", "/es/method", "/en/privacy", "/es/privacy", "/en/check/two-options"})
    void bearsItsNameAndSaysNothingAboutPartners(String path) {
        String page = new String(
                site.get().uri(path).exchange().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);

        assertThat(page)
                .contains("Two options")
                .doesNotContainIgnoringCase("partner")
                .doesNotContainIgnoringCase("pareja")
                .doesNotContain("Three Signs", "Tres señales", "deserves your trust", "merece tu confianza");
    }
}
