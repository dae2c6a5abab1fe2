package org.threesigns.accounts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.threesigns.web.TestPages;

/** The whole application on a real port, behind a proxy that is trusted to say when HTTPS was used. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:administrators;DB_CLOSE_DELAY=-1",
            "server.forward-headers-strategy=native"
        })
@Import({TestPages.class, QuickPasswords.class})
@interface AdministratorTest {}
