package org.threesigns.web;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Headers that no browser sends, made by chance from the words of HTTP. */
final class HostileHeaders {

    /** Every header that Tomcat, Spring or we read, and some that stand for all others. */
    static final List<String> NAMES = List.of(
            "Accept",
            "Accept-Charset",
            "Accept-Encoding",
            "Accept-Language",
            "Access-Control-Request-Method",
            "Authorization",
            "Connection",
            "Content-Encoding",
            "Content-Length",
            "Content-Type",
            "Cookie",
            "Expect",
            "Forwarded",
            "Host",
            "HTTP2-Settings",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "If-Range",
            "If-Unmodified-Since",
            "Origin",
            "Range",
            "Referer",
            "Sec-Fetch-Site",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "User-Agent",
            "X-CSRF-TOKEN",
            "X-Forwarded-By",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Proto",
            "X-Forwarded-Ssl",
            "X-Requested-With",
            "X-XSRF-TOKEN",
            "X-Something-Else");

    private static final List<String> WORDS = List.of(
            "",
            " ",
            "*",
            "*/*",
            "text/html",
            "text/html;charset=none",
            "text/html;charset=\"",
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded;charset=UTF-7",
            "application/json",
            "multipart/form-data;boundary=",
            "/",
            "a/",
            "de",
            "x-private",
            "en-GB-oxendict-x-y",
            "i-default",
            "q=",
            "q=0.5",
            "q=1.0001",
            "gzip",
            "br",
            "identity",
            "chunked",
            "trailers",
            "bytes=0-",
            "bytes=9-1",
            "0-0",
            "-",
            "-1",
            "0",
            "3",
            "99999999999999999999",
            "0x10",
            "W/\"a\"",
            "\"",
            "\"a\\",
            "Sun, 29 Nov 2026 08:00:00 GMT",
            "Sun, 99 Foo 2026 99:99:99 GMT",
            "localhost",
            "localhost:99999",
            "localhost:port",
            "[::1",
            "[::1]:80",
            "a_b",
            "http://localhost",
            "http://[",
            "https://user@localhost:1/x",
            "null",
            "cross-site",
            "same-origin",
            "100-continue",
            "close",
            "keep-alive",
            "upgrade",
            "h2c",
            "websocket",
            "AAMAAABkAAQAAP__",
            "for=unknown",
            "proto=x",
            "host=[",
            "for=\"[::1]:x\"",
            "Basic",
            "Bearer",
            "YTpi",
            "three-signs-session=YWFh",
            "three-signs-form=x",
            "=",
            "%00",
            "%zz",
            "..",
            "../../",
            "\t",
            "\u0001",
            "\u00ff\u00fe",
            "\r\n folded",
            "${x}",
            "a".repeat(300));

    private static final List<String> SEPARATORS = List.of(",", ", ", ";", "; ", " ", "=", "");

    private static final List<Integer> LENGTHS = List.of(1, 1, 1, 2, 3, 11, 51, 101, 201, 400);

    /** A little less than what all headers together may take. */
    private static final int MOST = 7_000;

    private final Random random;

    HostileHeaders(Random random) {
        this.random = random;
    }

    /** One line, or the same header twice. */
    String of(String name) {
        return Stream.generate(() -> name + ": " + value() + "\r\n")
                .limit(random.nextInt(8) == 0 ? 2 : 1)
                .collect(Collectors.joining());
    }

    private String value() {
        int length = pick(LENGTHS);
        String separator = pick(SEPARATORS);
        List<String> words = random.nextBoolean()
                ? Collections.nCopies(length, pick(WORDS))
                : Stream.generate(() -> pick(WORDS)).limit(length).toList();
        String value = String.join(separator, words);
        return value.substring(0, Math.min(value.length(), MOST / 2));
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
