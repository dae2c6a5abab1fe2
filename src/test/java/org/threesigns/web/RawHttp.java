package org.threesigns.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sends bytes that no HTTP client would send, on a connection of their own, and reads until the server closes it. */
final class RawHttp {

    private static final Pattern PART_OF_A_PAGE = Pattern.compile("text/css.*|text/javascript.*|font/.*");

    private RawHttp() {}

    /** What came back, without an interim answer before it. */
    static String send(int port, String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            return answer.replaceFirst("^HTTP/1.1 100 \r\n\r\n", "");
        }
    }

    static int status(String answer) {
        return answer.matches("(?s)HTTP/1.1 \\d{3} .*") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }

    /** The protective headers that an answer should carry and does not. */
    static Stream<String> missingHeaders(String answer) {
        var headers = answer.split("\r\n\r\n", 2)[0]
                .lines()
                .skip(1)
                .map(line -> line.split(":", 2))
                .collect(Collectors.toMap(
                        line -> line[0].toLowerCase(Locale.ROOT),
                        line -> line[1].strip(),
                        (one, other) -> one + ", " + other,
                        TreeMap::new));
        return expected(status(answer), headers.getOrDefault("content-type", ""))
                .filter(name -> !headers.containsKey(name.toLowerCase(Locale.ROOT)));
    }

    private static Stream<String> expected(int status, String type) {
        Stream<String> onPages = PART_OF_A_PAGE.matcher(type).matches()
                ? Stream.empty()
                : Stream.of(
                        "Content-Security-Policy",
                        "X-Frame-Options",
                        "Cross-Origin-Opener-Policy",
                        "Permissions-Policy");
        Stream<String> always = Stream.of("X-Content-Type-Options", "Cross-Origin-Resource-Policy", "Referrer-Policy");
        Stream<String> caching = status == 304 ? Stream.empty() : Stream.of("Cache-Control");
        return Stream.of(onPages, always, caching).flatMap(Function.identity());
    }
}
