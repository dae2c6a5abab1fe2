package org.threesigns.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** The path that a browser asked for, inside the application. */
final class SitePath {

    private SitePath() {}

    /** The path asked for; on an error page the one that led to the error. */
    static String of(HttpServletRequest request) {
        String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
        return path.substring(request.getContextPath().length());
    }

    /** What stands between the first slash and the second; empty for the front door. */
    static String firstSegment(String path) {
        int end = path.indexOf('/', 1);
        return path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
    }
}
