package org.threesigns.rendering;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.web.IWebExchange;
import org.thymeleaf.web.servlet.IServletWebExchange;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** One answer for which templates are rendered, in its language. */
record Rendering(
        IEngineConfiguration templates, HttpServletRequest request, HttpServletResponse response, Locale language) {

    /** The name under which what is rendered to be kept has the list of its holes. */
    private static final String HOLES = "holes of what is kept";

    static Rendering of(ITemplateContext context) {
        var exchange = (IServletWebExchange) ((IWebContext) context).getExchange();
        return new Rendering(
                context.getConfiguration(),
                (HttpServletRequest) exchange.getNativeRequestObject(),
                (HttpServletResponse) exchange.getNativeResponseObject(),
                context.getLocale());
    }

    /** What stands in the holes of what is being rendered, in their order. */
    private record Holes(List<KeptElement> elements) {}

    /** Where holes are to be listed; empty where nothing is kept of what is rendered. */
    static Optional<List<KeptElement>> holes(ITemplateContext context) {
        return context.getVariable(HOLES) instanceof Holes holes ? Optional.of(holes.elements()) : Optional.empty();
    }

    /** What all addresses of the application begin with here. */
    String prefix() {
        return request.getContextPath();
    }

    /**
     * Renders a template, to be kept.
     *
     * @param fragments which parts of it; none for all of it
     * @param seen all that it sees, by name
     * @param holes is told what stands in its holes
     */
    String render(String template, Set<String> fragments, Map<String, Object> seen, List<KeptElement> holes) {
        var variables = new HashMap<>(seen);
        variables.put(KeptElement.GAP, Fragment.GAP);
        variables.put(HOLES, new Holes(holes));
        var rendered = new StringWriter();
        templates
                .getTemplateManager()
                .parseAndProcess(
                        new TemplateSpec(template, fragments, TemplateMode.HTML, Map.of()),
                        new WebContext(bareExchange(), language, variables),
                        rendered);
        return rendered.toString();
    }

    private IWebExchange bareExchange() {
        return JakartaServletWebApplication.buildApplication(request.getServletContext())
                .buildExchange(new BareRequest(request), response);
    }
}
