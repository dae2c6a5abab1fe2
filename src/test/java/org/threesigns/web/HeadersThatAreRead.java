package org.threesigns.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Notes which headers are asked for by name, so that a test can tell whether it sends them all. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class HeadersThatAreRead extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final Set<String> names = new ConcurrentSkipListSet<>();

    /** In small letters. */
    Set<String> names() {
        return names;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new Listening(request), response);
    }

    private final class Listening extends HttpServletRequestWrapper {

        Listening(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return super.getHeader(noted(name));
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return super.getHeaders(noted(name));
        }

        @Override
        public long getDateHeader(String name) {
            return super.getDateHeader(noted(name));
        }

        @Override
        public int getIntHeader(String name) {
            return super.getIntHeader(noted(name));
        }

        private String noted(String name) {
            names.add(name.toLowerCase(Locale.ROOT));
            return name;
        }
    }
}
