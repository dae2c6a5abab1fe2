package org.threesigns.rendering;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Pages the template of which is kept as a whole: all that is another on each of them stands in {@code kept:each}, and only
 * that is looked for when a page is shown. The bytes are those that Thymeleaf alone would write.
 */
@Component
public class KeptPages {

    /** What {@code layout.html} shows around a page, by its names in the model: the same on very many pages. */
    private static final List<String> FRAME = List.of("frame", "robots", "ofResults", "skipTo");

    /** A little more than a result has: what is made larger than needed costs as much as what is used. */
    private static final int USUAL_BYTES = 40 * 1024;

    private final SpringTemplateEngine templates;
    private final KeptFragments fragments;

    KeptPages(SpringTemplateEngine templates, KeptFragments fragments) {
        this.templates = templates;
        this.fragments = fragments;
    }

    /** The page that is made by this template. */
    public View of(String template) {
        return (model, request, response) ->
                show(template, Objects.requireNonNullElse(model, Map.of()), request, response);
    }

    private void show(String template, Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Scope scope = name -> valueOf(name, model, request);
        var rendering =
                new Rendering(templates.getConfiguration(), request, response, RequestContextUtils.getLocale(request));
        var page = new ByteArrayOutputStream(USUAL_BYTES);
        fragments.write(template, frame(scope), scope, rendering, page);
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        response.setLocale(rendering.language());
        response.setContentLength(page.size());
        page.writeTo(response.getOutputStream());
    }

    private static @Nullable Object valueOf(String name, Map<String, ?> model, HttpServletRequest request) {
        @Nullable Object own = model.get(name);
        return own == null ? request.getAttribute(name) : own;
    }

    private static Map<String, Object> frame(Scope scope) {
        var frame = new HashMap<String, Object>();
        for (String name : FRAME) {
            @Nullable Object value = scope.value(name);
            if (value != null) {
                frame.put(name, value);
            }
        }
        return frame;
    }
}
