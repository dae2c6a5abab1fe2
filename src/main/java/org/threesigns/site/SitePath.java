package org.threesigns.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** The path that a browser requested, inside the application. */
final class SitePath {

    private SitePath() {}

    /** The requested path; on an error page, the one that led to the error. */
    static String of(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                // Set by Tomcat, so without the proxy's prefix.
                ? failed.substring(request.getServletContext().getContextPath().length())
                : request.getRequestURI().substring(request.getContextPath().length());
    }

    /** The first segment; empty for the front page. */
    static String firstSegment(String path) {
        int end = path.indexOf('/', 1);
        return path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
    }
}
