package org.threesigns.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogFile;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.LoggingSystemFactory;
import org.springframework.boot.logging.logback.LogbackLoggingSystem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Spring Boot's own logging, on the console, in a file or structured, with a {@link TokenMaskingEncoder} before each
 * appender. A logback-spring.xml could say the same for the console; reading it takes 600 classes, at every start.
 */
final class TokenMaskingLoggingSystem extends LogbackLoggingSystem {

    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class Factory implements LoggingSystemFactory {

        @Override
        public LoggingSystem getLoggingSystem(ClassLoader classLoader) {
            return new TokenMaskingLoggingSystem(classLoader);
        }
    }

    private TokenMaskingLoggingSystem(ClassLoader classLoader) {
        super(classLoader);
    }

    @Override
    protected void loadDefaults(LoggingInitializationContext initialization, @Nullable LogFile file) {
        super.loadDefaults(initialization, file);
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.getLogger(Logger.ROOT_LOGGER_NAME)
                .iteratorForAppenders()
                .forEachRemaining(TokenMaskingLoggingSystem::guard);
    }

    private static void guard(Appender<ILoggingEvent> appender) {
        appender.addFilter(new LogRepetitionFilter());
        var output = (OutputStreamAppender<ILoggingEvent>) appender;
        var encoder = output.getEncoder();
        var charset = encoder instanceof LayoutWrappingEncoder<?> lines ? lines.getCharset() : null;
        var masking =
                new TokenMaskingEncoder(encoder, Optional.ofNullable(charset).orElse(UTF_8));
        masking.setContext(output.getContext());
        masking.start();
        output.setEncoder(masking);
    }
}
