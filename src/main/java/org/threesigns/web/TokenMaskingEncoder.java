package org.threesigns.web;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.charset.Charset;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The one encoder of the log: replaces whatever could be a token, a sitting key or a stamp, and what follows an
 * address, wherever in the line or its stack trace it stands. It would rather hide too much, and spares only what is plainly the name of a Java type or
 * made of plain words.
 */
public class TokenMaskingEncoder extends PatternLayoutEncoder {

    /** {@code org.example.Type.method}, with or without its module: at least two short lower-case words first. */
    private static final String JAVA_NAME =
            "(?<![\\w/-])(?:(?:java|jdk)\\.[a-z.]++/)?(?:[a-z][a-z0-9_]{0,20}+\\.){2,}+[\\w.$<>]*+";

    /**
     * The key of an instrument, such as {@code relationship-satisfaction-scale}: random text never has only such words.
     */
    private static final String KEY = "(?<![\\w-])[a-z]{2,20}+(?:-[a-z]{2,20}+)++(?![\\w-])";

    private static final String SOURCE_LINE = "(?<=\\()\\w++\\.java(?::\\d++)?+(?=\\))";

    /** At least 128 bits in base64url; a line of dashes is no secret. */
    private static final String SECRET = "(?=[_-]*+[A-Za-z0-9])[A-Za-z0-9_-]{22,}+";

    /** What follows an address: where somebody came from, or how another site identifies them. */
    private static final String QUERY = "(?<=[\\w/-])\\?[^\\s\"']++";

    private static final Pattern NAME_OR_SECRET =
            Pattern.compile("(" + JAVA_NAME + "|" + KEY + "|" + SOURCE_LINE + ")|" + SECRET + "|" + QUERY);

    public static String hideTokens(String line) {
        return NAME_OR_SECRET.matcher(line).replaceAll(found -> found.group(1) == null ? "[hidden]" : "$0");
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        Charset charset = Objects.requireNonNullElseGet(getCharset(), Charset::defaultCharset);
        return hideTokens(new String(super.encode(event), charset)).getBytes(charset);
    }
}
