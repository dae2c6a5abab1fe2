package org.threesigns.startup;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;

/**
 * Says in two lines why startup failed: what is wrong, and what to do. It stands in for Spring Boot's own report, whose
 * block is six lines before it says anything, and for the stack trace where nothing is known about a failure.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartupFailureReporter implements SpringBootExceptionReporter {

    private static final Logger log = LoggerFactory.getLogger(StartupFailureReporter.class);

    private final List<FailureAnalyzer> analyzers;

    /** @param context none where startup failed before there was one */
    StartupFailureReporter(@Nullable ConfigurableApplicationContext context) {
        ArgumentResolver arguments = context == null
                ? ArgumentResolver.none()
                : ArgumentResolver.of(BeanFactory.class, context.getBeanFactory())
                        .and(Environment.class, context.getEnvironment());
        this.analyzers = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(
                        FailureAnalyzer.class,
                        arguments,
                        // Some of Spring Boot's need a context.
                        (type, implementation, failure) -> log.trace("{} is not used", implementation, failure));
    }

    @Override
    public boolean reportException(Throwable failure) {
        log.debug("Startup failed", failure);
        if (isStopping()) {
            System.err.println("Stopped before the start was complete.");
            return true;
        }
        FailureAnalysis analysis = analyzers.stream()
                .map(analyzer -> analyze(analyzer, failure))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> unexpected(failure));
        System.err.println(oneLine(analysis.getDescription()));
        if (analysis.getAction() != null) {
            System.err.println(oneLine(analysis.getAction()));
        }
        return true;
    }

    /** Whether somebody ends the process, which takes the database away from a start under way. */
    private static boolean isStopping() {
        var hook = new Thread();
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            return !Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) { // the only way to learn it
            return true;
        }
    }

    private static @Nullable FailureAnalysis analyze(FailureAnalyzer analyzer, Throwable failure) {
        try {
            return analyzer.analyze(failure);
        } catch (RuntimeException | LinkageError e) {
            log.trace("{} failed", analyzer, e);
            return null;
        }
    }

    private static FailureAnalysis unexpected(Throwable failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        return new FailureAnalysis(
                "Startup failed unexpectedly: %s: %s".formatted(cause.getClass().getSimpleName(), cause.getMessage()),
                "Start again with --logging.level.org.threesigns.startup=debug, and report the stack trace.",
                failure);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
