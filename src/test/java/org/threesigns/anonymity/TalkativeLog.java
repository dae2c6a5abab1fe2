package org.threesigns.anonymity;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.threesigns.web.TokenMaskingEncoder;

/** All that the application's loggers say at DEBUG, through the application's own encoder, and not on the console. */
final class TalkativeLog implements AutoCloseable {

    /** The test's own browser; the application has none. */
    private static final List<String> NOT_OF_THE_APPLICATION = List.of("jdk.internal.httpclient", "java.net.http");

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Level levelBefore = root.getLevel();
    private final List<Appender<ILoggingEvent>> appendersBefore = new ArrayList<>();
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

    TalkativeLog() {
        root.iteratorForAppenders().forEachRemaining(appendersBefore::add);
        appendersBefore.forEach(root::detachAppender);
        root.addAppender(appender());
        root.setLevel(Level.DEBUG);
        NOT_OF_THE_APPLICATION.forEach(name -> context.getLogger(name).setLevel(Level.OFF));
    }

    private OutputStreamAppender<ILoggingEvent> appender() {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d %p [%t] %logger : %m %X%n%ex");
        encoder.setCharset(UTF_8);
        encoder.start();
        var appender = new OutputStreamAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setEncoder(new TokenMaskingEncoder(encoder, UTF_8));
        appender.setOutputStream(lines);
        appender.start();
        return appender;
    }

    String text() {
        return lines.toString(UTF_8);
    }

    @Override
    public void close() {
        root.setLevel(levelBefore);
        root.detachAndStopAllAppenders();
        appendersBefore.forEach(root::addAppender);
        NOT_OF_THE_APPLICATION.forEach(name -> context.getLogger(name).setLevel(null));
    }
}
