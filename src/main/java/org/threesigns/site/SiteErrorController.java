package org.threesigns.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page for every error: always HTML, in the language of the path, and without the database, which may be what
 * failed.
 */
@Controller
class SiteErrorController implements ErrorController {

    /** The statuses that have their own text. */
    static final Set<Integer> WORDED = Set.of(400, 403, 404, 405, 413, 429, 500, 503);

    @RequestMapping("${spring.web.error.path:/error}")
    ModelAndView error(HttpServletRequest request) {
        HttpStatusCode status = statusOf(request);
        boolean administration = SitePath.firstSegment(SitePath.of(request)).equals("admin");
        return new ModelAndView(
                "error/page",
                Map.of("status", wordedLike(status), "robots", "noindex", "administration", administration),
                status);
    }

    private static HttpStatusCode statusOf(HttpServletRequest request) {
        // This address without an error is a page that does not exist.
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatusCode.valueOf(code)
                : HttpStatus.NOT_FOUND;
    }

    private static int wordedLike(HttpStatusCode status) {
        if (WORDED.contains(status.value())) {
            return status.value();
        }
        return status.is4xxClientError() ? HttpStatus.BAD_REQUEST.value() : HttpStatus.INTERNAL_SERVER_ERROR.value();
    }
}
