package org.threesigns.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** Runs a Spring test on a real PostgreSQL, in a fresh database, with the profile that the application ships. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ActiveProfiles("postgresql")
@ContextConfiguration(initializers = FreshPostgreSqlDatabase.class)
public @interface OnPostgreSql {}
