package org.threesigns.web;

import static java.util.stream.Collectors.joining;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import org.apache.tomcat.util.http.parser.AcceptEncoding;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * Offers the resolvers after it only the encodings that the client accepts, the smallest first. Spring alone would take
 * the first that the client names, and every browser names gzip before Brotli.
 */
public final class ContentEncodingResolver implements ResourceResolver {

    private static final List<String> SMALLEST_FIRST = List.of("br", "gzip");

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

    /** Whether a client names this encoding among those that it accepts. */
    public static boolean accepts(HttpServletRequest request, String encoding) {
        String accepted = String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT_ENCODING)));
        try {
            return AcceptEncoding.parse(new StringReader(accepted)).stream()
                    .anyMatch(each -> each.getEncoding().equalsIgnoreCase(encoding) && each.getQuality() > 0);
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory could not be read", e);
        }
    }

    /** The encodings that we have and the client accepts, in our order; empty if there is none. */
    static String best(HttpServletRequest request) {
        return SMALLEST_FIRST.stream()
                .filter(encoding -> accepts(request, encoding))
                .collect(joining(", "));
    }

    private static final class Preferring extends HttpServletRequestWrapper {

        Preferring(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return HttpHeaders.ACCEPT_ENCODING.equalsIgnoreCase(name) ? best(this) : super.getHeader(name);
        }
    }
}
