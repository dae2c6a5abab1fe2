package org.threesigns.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds who answers a request without trying everybody. Spring looks addresses without variables up and tries every mapping
 * for the others, and all our pages begin with one, the language. So what is looked up here is the {@linkplain #shape shape}
 * of an address; what has that shape is tried first, and everything only if none of it fits.
 *
 * <p>What is tried is asked about the request that the server made: filters wrap it half a dozen times on its way here, and
 * none of them changes what mappings look at.
 */
@Component
class IndexedHandlerMapping implements WebMvcRegistrations {

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new RequestMappingHandlerMapping() {

            @Override
            protected Set<String> getDirectPaths(RequestMappingInfo mapping) {
                return mapping.getPatternValues().stream()
                        .map(IndexedHandlerMapping::shape)
                        .collect(Collectors.toSet());
            }

            @Override
            protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
                    throws Exception {
                return super.lookupHandlerMethod(shape(path), innermost(request));
            }

            @Override
            protected void handleMatch(RequestMappingInfo mapping, String shape, HttpServletRequest request) {
                super.handleMatch(mapping, ServletRequestPathUtils.getCachedPathValue(request), request);
            }
        };
    }

    /**
     * The second word of an address or of a pattern, which no page of ours has as a variable, and how many words there are:
     * {@code result/3} for {@code /en/result/b7x} and for <code>/{language}/result/{token}</code>.
     */
    static String shape(String path) {
        int start = path.indexOf('/', 1) + 1;
        if (start == 0) {
            return "";
        }
        int end = path.indexOf('/', start);
        String word = end < 0 ? path.substring(start) : path.substring(start, end);
        return word + '/' + StringUtils.countOccurrencesOf(path, "/");
    }

    private static HttpServletRequest innermost(HttpServletRequest request) {
        HttpServletRequest inner = request;
        while (inner instanceof HttpServletRequestWrapper wrapper) {
            inner = (HttpServletRequest) wrapper.getRequest();
        }
        return inner;
    }
}
