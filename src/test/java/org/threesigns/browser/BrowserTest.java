package org.threesigns.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.threesigns.accounts.QuickPasswords;
import org.threesigns.database.OnH2;

/**
 * Marks a test class whose methods open the running application in Chromium through a {@link Visitor} parameter.
 *
 * <p>In one JVM all classes so marked share one browser and, but for those with settings of their own, one application on a free port. Where Chromium is not installed they are
 * skipped, with a word on how to get it; where {@code CI} is set they fail instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@ExtendWith(BrowserExtension.class)
@OnH2
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(QuickPasswords.class)
public @interface BrowserTest {}
