package org.threesigns.web;

import static java.util.stream.Collectors.joining;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * Offers the resolvers after it only the encodings that the client accepts, the smallest first. Spring alone would take
 * the first that the client names, and every browser names gzip before Brotli.
 */
final class ContentEncodingResolver implements ResourceResolver {

    private static final List<String> SMALLEST_FIRST = List.of("br", "gzip");
    private static final Pattern REFUSED = Pattern.compile(".*;\\s*q\\s*=\\s*0(\\.0*)?\\s*");

    @Override
    public @Nullable Resource resolveResource(
            @Nullable HttpServletRequest request,
            String path,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        return chain.resolveResource(request == null ? null : new Preferring(request), path, locations);
    }

    @Override
    public @Nullable String resolveUrlPath(
            String path, List<? extends Resource> locations, ResourceResolverChain chain) {
        return chain.resolveUrlPath(path, locations);
    }

    /** The encodings that we have and the client accepts, in our order; empty if there is none. */
    static String best(Stream<String> accepted) {
        List<String> names = accepted.flatMap(header -> Arrays.stream(header.split(",")))
                .map(coding -> coding.toLowerCase(Locale.ROOT))
                .filter(coding -> !REFUSED.matcher(coding).matches())
                .map(coding -> coding.split(";", 2)[0].strip())
                .toList();
        return SMALLEST_FIRST.stream().filter(names::contains).collect(joining(", "));
    }

    private static final class Preferring extends HttpServletRequestWrapper {

        Preferring(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return HttpHeaders.ACCEPT_ENCODING.equalsIgnoreCase(name)
                    ? best(Collections.list(getHeaders(name)).stream())
                    : super.getHeader(name);
        }
    }
}
