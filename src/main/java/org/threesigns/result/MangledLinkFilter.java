package org.threesigns.result;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.threesigns.web.SecurityHeaders;

/**
 * Leads from the address of a result or a share as a message left it, such as {@code /en/result/…).}, to the address itself.
 * It stands before the firewall, which refuses some of what messages add. Whether there is a result is not asked here.
 */
@Component
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1)
class MangledLinkFilter extends OncePerRequestFilter {

    private static final Pattern ADDRESS = Pattern.compile("(/[A-Za-z-]{2,20}/(result|shared)/)(.+)");
    private static final Pattern WHOLE = Pattern.compile("[A-Za-z0-9_-]*(?:/.*)?");
    private static final int LONGEST = 500;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.GET.matches(request.getMethod())
                || request.getRequestURI().length() > LONGEST;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> address = mended(request.getRequestURI(), request.getContextPath());
        if (address.isPresent()) {
            SecurityHeaders.writeTo(request, response);
            response.setStatus(HttpStatus.FOUND.value());
            response.setHeader(HttpHeaders.LOCATION, address.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Optional<String> mended(String path, String context) {
        Matcher address = ADDRESS.matcher(path).region(context.length(), path.length());
        if (!address.matches() || WHOLE.matcher(address.group(3)).matches()) {
            return Optional.empty();
        }
        return MangledLink.key(address.group(), address.group(2)).map(key -> context + address.group(1) + key);
    }
}
