package org.threesigns.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs a Spring test on H2, in a fresh file, with the URL that the application ships.
 *
 * <p>Put the tests in an abstract class, and this and {@link OnPostgreSql} on two classes that only extend it. Classes
 * of the same configuration share a context, and so a database: make your own rows, and assume nothing of others'.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextConfiguration(initializers = FreshH2File.class)
public @interface OnH2 {}
