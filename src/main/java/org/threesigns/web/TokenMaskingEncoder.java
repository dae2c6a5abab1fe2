package org.threesigns.web;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.Charset;
import java.util.regex.Pattern;

/**
 * Replaces in every log line what could be a token, a sitting key or a stamp, and every query string. If in doubt, it hides;
 * it spares only Java names and plain words.
 */
public class TokenMaskingEncoder extends EncoderBase<ILoggingEvent> {

    /** {@code org.example.Type.method}, with or without its module: at least two short lower-case words first. */
    private static final String JAVA_NAME =
            "(?<![\\w/-])(?:(?:java|jdk)\\.[a-z.]++/)?(?:[a-z][a-z0-9_]{0,20}+\\.){2,}+[\\w.$<>]*+";

    /**
     * The key of an instrument or of a question, such as {@code work_and_family_2019} or {@code relationship-satisfaction-scale}:
     * random text never has only such words. A command has to name what it refuses.
     */
    private static final String KEY =
            "(?<![\\w-])[a-z]{2,20}+[0-9]{0,3}+(?:[_-](?:[a-z]{2,20}+[0-9]{0,3}+|[0-9]{1,4}+))++(?![\\w-])";

    private static final String SOURCE_LINE = "(?<=\\()\\w++\\.java(?::\\d++)?+(?=\\))";

    /** At least 128 bits in base64url; a line of dashes is no secret. */
    private static final String SECRET = "(?=[_-]*+[A-Za-z0-9])[A-Za-z0-9_-]{22,}+";

    /** What follows an address: where somebody came from, or how another site identifies them. */
    private static final String QUERY = "(?<=[\\w/-])\\?[^\\s\"']++";

    private static final Pattern NAME_OR_SECRET =
            Pattern.compile("(" + JAVA_NAME + "|" + KEY + "|" + SOURCE_LINE + ")|" + SECRET + "|" + QUERY);

    private final Encoder<ILoggingEvent> encoder;
    private final Charset charset;

    /** Masks what this encoder writes in this character set. */
    public TokenMaskingEncoder(Encoder<ILoggingEvent> encoder, Charset charset) {
        this.encoder = encoder;
        this.charset = charset;
    }

    public static String hideTokens(String line) {
        return NAME_OR_SECRET.matcher(line).replaceAll(found -> found.group(1) == null ? "[hidden]" : "$0");
    }

    @Override
    public byte[] headerBytes() {
        return encoder.headerBytes();
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return hideTokens(new String(encoder.encode(event), charset)).getBytes(charset);
    }

    @Override
    public byte[] footerBytes() {
        return encoder.footerBytes();
    }

    @Override
    public void stop() {
        encoder.stop();
        super.stop();
    }
}
