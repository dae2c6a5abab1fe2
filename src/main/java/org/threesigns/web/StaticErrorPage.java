package org.threesigns.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.security.ConcurrentMessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * The page for a refusal that no other part of the application could answer. It uses no template, message bundle or
 * file, since any of them may have failed. It names no version, quotes nothing of the request and shows no stack trace.
 */
class StaticErrorPage extends ErrorReportValve {

    private static final String STYLE = """
            body{max-width:36rem;margin:12vh auto;padding:0 1.25rem;font:1.125rem/1.6 system-ui,sans-serif;\
            color:#22302f;background:#fbfaf7}h1{font-size:1.75rem;line-height:1.25}a{color:inherit}\
            @media(prefers-color-scheme:dark){body{color:#e9ece8;background:#1b2322}}""";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>%1$s</title>
            <style>%2$s</style>
            </head>
            <body>
            <main>
            <h1>%1$s</h1>
            <p>%3$s</p>
            <p><a href="%5$s/">Go to the start page</a></p>
            <p><a rel="noreferrer" href="%4$s">Leave this page</a></p>
            </main>
            </body>
            </html>
            """;

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'sha256-" + hashOfStyle()
            + "'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    /** What Tomcat says to a protocol or an encoding that it does not know, though nothing failed here. */
    private static final Set<Integer> NOT_IMPLEMENTED =
            Set.of(HttpServletResponse.SC_NOT_IMPLEMENTED, HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED);

    private final String leaveTo;
    private final String contextPath;

    /** @param leaveTo where "Leave this page" leads */
    StaticErrorPage(URI leaveTo, String contextPath) {
        this.leaveTo = HtmlUtils.htmlEscape(leaveTo.toASCIIString());
        this.contextPath = contextPath;
    }

    /** Writes the page, unless a response was sent already. */
    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        if (NOT_IMPLEMENTED.contains(response.getStatus())) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        String home = ForwardedPrefixFilter.of(request) + contextPath;
        byte[] page = pageFor(response.getStatus(), home).getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.setContentLength(page.length);
        SecurityHeaders.writeTo(request, response);
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        try {
            response.getOutputStream().write(page);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            // The client has gone; nobody is left to read it.
            container.getLogger().debug("An error page could not be sent.");
        }
    }

    private String pageFor(int status, String home) {
        return switch (status) {
            case 404 -> page("There is nothing here", "The address may be mistyped, or the page may be gone.", home);
            case 413 -> page("That was too much to send", "Nothing was stored. Go back and send less.", home);
            case 503 -> page("We are not ready just now", "Nothing was stored. Please try again in a minute.", home);
            default ->
                status >= 500
                        ? page(
                                "Something went wrong here",
                                "It was our fault, not yours. Please try again in a minute.",
                                home)
                        : page(
                                "We could not understand that",
                                "What your browser sent is not something this site can answer.",
                                home);
        };
    }

    private String page(String heading, String text, String home) {
        return PAGE.formatted(heading, STYLE, text, leaveTo, home);
    }

    private static String hashOfStyle() {
        return Base64.getEncoder()
                .encodeToString(ConcurrentMessageDigest.digestSHA256(STYLE.getBytes(StandardCharsets.UTF_8)));
    }
}
