package org.threesigns.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenMaskingEncoderTests {

    private static final String TOKEN = "Qw3rTy-_uIoPaSdFgHjKlZxC";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /en/result/%s",
                "No static resource en/result/%s.",
                "https://example.org/en/result/%s/delete?from=page",
                "key=%s&next=1",
                "a longer one: x%sx",
                "in.the.middle/of/%s.of.words",
                "\"%s\"",
                "(%s)"
            })
    void hidesATokenWhereverItStands(String line) {
        assertThat(TokenMaskingEncoder.hideTokens(line.formatted(TOKEN)))
                .doesNotContain(TOKEN)
                .contains("[hidden]");
    }

    @Test
    void hidesATokenThatLooksLikeAName() {
        assertThat(TokenMaskingEncoder.hideTokens("/en/result/someLettersThatAreAWord/sheet"))
                .isEqualTo("/en/result/[hidden]/sheet");
    }

    @Test
    void hidesWhatFollowsAnAddress() {
        assertThat(TokenMaskingEncoder.hideTokens("Securing GET /en?from=her%zz&id=7 for \"/es/?me\", really? Yes"))
                .isEqualTo("Securing GET /en[hidden] for \"/es/[hidden]\", really? Yes");
    }

    @RepeatedTest(200)
    void hidesEverySecretOf128BitsOrMore() {
        var random = new SecureRandom();
        var bytes = new byte[16 + random.nextInt(24)];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

        assertThat(TokenMaskingEncoder.hideTokens("POST /en/check " + secret)).isEqualTo("POST /en/check [hidden]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.springframework.web.servlet.resource.NoResourceFoundException: No static resource",
                "o.s.b.w.s.c.AnnotationConfigServletWebServerApplicationContext : Stopping",
                "at java.base/java.util.concurrent.ScheduledThreadPoolExecutor.run(ScheduledThreadPoolExecutor.java:12)",
                "at org.threesigns.Some$$SpringCGLIB$$0.aMethodWithAVeryLongNameIndeed(<generated>)",
                "instruments/relationship-satisfaction-scale/1/en.yaml, line 3: 'name' is missing.",
                "Refused: line 3: column work_interferes_with_family_01: '9' is none of the values 1, 2, 3",
                "2 results of work-and-family-conflict-2019 version 1",
                "2025-03-17T10:11:12.123+01:00  INFO [http-nio-8080-exec-1]",
                "------------------------------------------------------------"
            })
    void leavesWhatAReaderOfTheLogNeeds(String line) {
        assertThat(TokenMaskingEncoder.hideTokens(line)).isEqualTo(line);
    }

    @Test
    void hidesATokenInAStackTrace() {
        var failure = new IllegalStateException("outer " + TOKEN, new IllegalArgumentException("inner " + TOKEN));

        assertThat(encoded("nothing here", failure))
                .contains("nothing here", "outer [hidden]", "inner [hidden]")
                .doesNotContain(TOKEN);
    }

    @Test
    void keepsEveryLetterOfAnyLanguage() {
        assertThat(encoded("No se guardó: ñ, ü, 信", null)).isEqualTo("No se guardó: ñ, ü, 信\n");
    }

    private static String encoded(String message, @Nullable Throwable failure) {
        var context = new LoggerContext();
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%m%n%ex");
        encoder.setCharset(UTF_8);
        encoder.start();
        var event = new LoggingEvent("", context.getLogger("org.threesigns.Some"), Level.INFO, message, failure, null);
        return new String(new TokenMaskingEncoder(encoder, UTF_8).encode(event), UTF_8);
    }
}
