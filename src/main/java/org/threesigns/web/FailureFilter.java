package org.threesigns.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The outermost filter. It answers 503 if the database is away, with one line in the log, and gives every error page the
 * headers that the filter chains could not give it: an error before or around them leaves them no chance.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FailureFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(FailureFilter.class);

    private static final Set<Class<?>> DATABASE_AWAY = Set.of(
            CannotCreateTransactionException.class,
            NonTransientDataAccessResourceException.class,
            TransientDataAccessException.class,
            UncategorizedDataAccessException.class); // a connection that died half-way

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            addHeaders(request, response);
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (!isDatabaseAway(failure)) {
                throw failure;
            }
            log.warn("The database did not answer, so a page could not be shown."); // one message, whatever the cause
            log.debug("The failure", failure);
            if (!response.isCommitted()) {
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            }
        }
    }

    private static void addHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader("Content-Security-Policy")) {
            SecurityHeaders.writeTo(request, response);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store"); // whatever the page would have said that failed
    }

    private static boolean isDatabaseAway(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(
                        failure, cause -> cause != null, cause -> cause == null ? null : cause.getCause())
                .anyMatch(cause -> DATABASE_AWAY.stream().anyMatch(away -> away.isInstance(cause)));
    }
}
