package org.threesigns.respondent;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.threesigns.result.Respondent;

/**
 * A test of the pages that respondents see, at the shipped defaults and in memory. All of them share one application, so
 * make your own results, and assume nothing of others'. None is published meanwhile: a page would compare with it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:respondents;DB_CLOSE_DELAY=-1",
            "three-signs.statistics.publish=false"
        })
@AutoConfigureMockMvc
@Import(Respondent.class)
public @interface RespondentPagesTest {}
