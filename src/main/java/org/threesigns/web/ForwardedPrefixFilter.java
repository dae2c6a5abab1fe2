package org.threesigns.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.catalina.Globals;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts the prefix that a proxy has taken away ({@code X-Forwarded-Prefix}) back in front of every address, if the proxy is one
 * that Tomcat's {@code RemoteIpValve} trusts. Tomcat does not do it, and Spring's {@code ForwardedHeaderFilter} trusts anybody
 * (docs/adr/0032).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // so that every other filter sees the address that the browser uses
class ForwardedPrefixFilter extends OncePerRequestFilter {

    /** Nothing that a link could take for a host, as in {@code //evil.example}. */
    private static final Pattern PREFIX = Pattern.compile("(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+");

    /** The prefix of a request, without a slash at its end; empty if there is none. */
    static String of(HttpServletRequest request) {
        boolean trusted = Boolean.TRUE.equals(request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE));
        return Optional.ofNullable(request.getHeader("X-Forwarded-Prefix"))
                .filter(given -> trusted)
                .map(given -> given.replaceFirst("/$", ""))
                .filter(given -> PREFIX.matcher(given).matches())
                .orElse("");
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String prefix = of(request);
        chain.doFilter(prefix.isEmpty() ? request : new PrefixedRequest(request, prefix), response);
    }

    private static final class PrefixedRequest extends HttpServletRequestWrapper {

        private final String prefix;

        PrefixedRequest(HttpServletRequest request, String prefix) {
            super(request);
            this.prefix = prefix;
        }

        @Override
        public String getContextPath() {
            return prefix + super.getContextPath();
        }

        @Override
        public String getRequestURI() {
            return prefix + super.getRequestURI();
        }
    }
}
