package org.threesigns.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** The path that a browser requested, inside the application. */
final class SitePath {

    private SitePath() {}

    /** The requested path; on an error page, the one that led to the error. */
    static String of(HttpServletRequest request) {
        String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
        return path.substring(request.getContextPath().length());
    }

    /** The first segment; empty for the front page. */
    static String firstSegment(String path) {
        int end = path.indexOf('/', 1);
        return path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
    }
}
