package org.threesigns.web;

import static java.util.stream.Collectors.toCollection;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;

/** A request that accepts everything if Spring cannot read or sort its {@code Accept}: Actuator fails on some of them. */
final class ReadableAccept extends HttpServletRequestWrapper {

    private @Nullable Boolean readable;

    ReadableAccept(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isHidden(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    private boolean isHidden(String name) {
        if (!HttpHeaders.ACCEPT.equalsIgnoreCase(name)) {
            return false;
        }
        if (readable == null) { // Spring asks several times
            readable = isReadable(Collections.list(super.getHeaders(HttpHeaders.ACCEPT)));
        }
        return !readable;
    }

    private static boolean isReadable(List<String> lines) {
        try {
            List<MediaType> accepted = lines.stream()
                    .flatMap(line -> MimeTypeUtils.tokenize(line).stream())
                    .map(MediaType::parseMediaType)
                    .collect(toCollection(ArrayList::new));
            MimeTypeUtils.sortBySpecificity(accepted);
            return true;
        } catch (InvalidMediaTypeException | InvalidMimeTypeException e) {
            return false;
        }
    }
}
