package org.threesigns.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Refuses requests that none of our pages causes: odd paths, odd headers, and methods other than GET, HEAD and POST.
 *
 * <p>The error page is an inner dispatch with the method of the refused request, so dispatches may have any method.
 * Otherwise the refusal itself would be refused, and a person would see a bare page.
 */
class RequestFirewall implements HttpFirewall {

    private static final List<String> VERBS = List.of("GET", "HEAD", "POST");

    private final StrictHttpFirewall requests = new StrictHttpFirewall();
    private final StrictHttpFirewall errorPages = new StrictHttpFirewall();

    RequestFirewall() {
        requests.setAllowedHttpMethods(VERBS);
        errorPages.setUnsafeAllowAnyHttpMethod(true);
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        var readable = new ReadableAccept(request);
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return errorPages.getFirewalledRequest(readable);
        }
        requirePlainTransferEncoding(request);
        return requests.getFirewalledRequest(readable);
    }

    /** Tomcat joins a folded line to its header. A proxy that does not would see another end of the request than we do. */
    private static void requirePlainTransferEncoding(HttpServletRequest request) {
        String encoding = request.getHeader(HttpHeaders.TRANSFER_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("chunked")) {
            throw new RequestRejectedException("The Transfer-Encoding is not plainly \"chunked\".");
        }
    }

    @Override
    public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
        return requests.getFirewalledResponse(response);
    }

    /** Answers 405 to a method that is not allowed here, and 400 to anything else that was rejected. */
    static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityHeaders.writeTo(request, response);
        if (VERBS.contains(request.getMethod())) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", VERBS));
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }
}
