package org.threesigns.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.threesigns.dashboard.DashboardFilter;
import org.threesigns.dashboard.GroupsPage;

/** A file that a browser stores. */
final class Download {

    static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    static final MediaType PLAIN = new MediaType("text", "plain", StandardCharsets.UTF_8);
    static final MediaType JSON = new MediaType("application", "json", StandardCharsets.UTF_8);

    private Download() {}

    /** To be flushed at the end. Throws if the reader has left, which the writer of a response does not. */
    static Writer start(HttpServletResponse response, MediaType type, String name) throws IOException {
        response.setContentType(type.toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        return new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
    }

    /** The file and what it is about, for the audit log. */
    static String describe(String file, DashboardFilter filter) {
        return file + ", " + about(filter);
    }

    /** Which two groups are compared. Only for a page that compares something. */
    static String about(GroupsPage page) {
        return "%s: %s, chosen from %s"
                .formatted(version(page.filter()), page.names(), page.filter().summary());
    }

    /** Which results the filter selects. */
    static String about(DashboardFilter filter) {
        return version(filter) + ", " + filter.summary();
    }

    private static String version(DashboardFilter filter) {
        return "%s version %s"
                .formatted(filter.instrument().id(), filter.instrument().version());
    }
}
