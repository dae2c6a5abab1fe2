package org.threesigns.questionnaire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.threesigns.result.Respondent;

/** The application with questionnaires of other shapes than its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:others;DB_CLOSE_DELAY=-1",
            "three-signs.instruments=src/test/resources/other-instruments"
        })
@AutoConfigureMockMvc
@Import(Respondent.class)
public @interface OnOtherInstruments {}
