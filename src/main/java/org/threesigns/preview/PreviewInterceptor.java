package org.threesigns.preview;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.threesigns.preview.Draft.Reading;

/**
 * Marks every page as that of a preview (request attribute {@code preview}), shows what is wrong in the place of any page as long as
 * something is, and closes the administrators' pages, which a preview has no use for.
 */
final class PreviewInterceptor implements HandlerInterceptor {

    private static final String ADMINISTRATION = "/admin";

    private final ObjectProvider<Draft> draft;

    PreviewInterceptor(ObjectProvider<Draft> draft) {
        this.draft = draft;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.equals(ADMINISTRATION) || path.startsWith(ADMINISTRATION + "/")) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return false;
        }
        Reading reading = draft.getObject().reading();
        request.setAttribute("preview", reading);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        boolean site = !path.startsWith(PreviewController.PATH) && request.getDispatcherType() != DispatcherType.ERROR;
        if (site && (reading.isBroken() || path.equals("/") || path.isEmpty())) {
            request.getRequestDispatcher(PreviewController.PATH).forward(request, response);
            return false;
        }
        return true;
    }
}
