package org.threesigns.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.core.env.Environment;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Virtual threads can hang for good while classes are loaded (ADR 18). */
@SpringJUnitConfig(initializers = ConfigDataApplicationContextInitializer.class)
class RequestThreadsTests {

    @Test
    void areNotVirtual(@Autowired Environment environment) {
        assertThat(environment.getProperty("spring.threads.virtual.enabled")).isEqualTo("false");
    }
}
