package org.threesigns.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.util.StringUtils;

/**
 * Masks administrators' CSRF tokens on their way into forms and unmasks them on the way back. What comes back and is no
 * masked token is a wrong one: Spring's own handler throws at some of it, so that anybody could fill the log with failures.
 */
class AdminCsrfTokenRequestHandler implements CsrfTokenRequestHandler {

    private final CsrfTokenRequestHandler masking = new XorCsrfTokenRequestAttributeHandler();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
        masking.handle(request, response, token);
    }

    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
        try {
            return isSentOnce(request, token) ? masking.resolveCsrfTokenValue(request, token) : null;
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    /** Whether it is in the form and nowhere else: addresses are kept and shown, and of two tokens one may be wrong. */
    private static boolean isSentOnce(HttpServletRequest request, CsrfToken token) {
        String[] sent = request.getParameterValues(token.getParameterName());
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        return sent != null
                && sent.length == 1
                && request.getHeader(token.getHeaderName()) == null
                && !StringUtils.uriDecode(query, StandardCharsets.UTF_8).contains(token.getParameterName());
    }
}
