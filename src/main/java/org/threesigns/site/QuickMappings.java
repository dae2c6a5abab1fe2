package org.threesigns.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Looks for who answers a request by the request that the server made. All our addresses begin with a variable, so Spring
 * tries every mapping there is, and asks the request for its method and its path each time; on its way here filters wrap
 * it half a dozen times. None of them changes what mappings look at.
 */
@Component
class QuickMappings implements WebMvcRegistrations {

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new RequestMappingHandlerMapping() {

            @Override
            protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
                    throws Exception {
                return super.lookupHandlerMethod(path, innermost(request));
            }
        };
    }

    private static HttpServletRequest innermost(HttpServletRequest request) {
        HttpServletRequest inner = request;
        while (inner instanceof HttpServletRequestWrapper wrapper) {
            inner = (HttpServletRequest) wrapper.getRequest();
        }
        return inner;
    }
}
