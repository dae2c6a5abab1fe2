package org.threesigns.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.util.EvaluationUtils;
import org.thymeleaf.web.IWebExchange;
import org.thymeleaf.web.servlet.IServletWebExchange;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * {@code <li kept:each="${words.tips}" kept:as="result/parts :: tip(tip)"></li>}: in the place of this element, the fragment
 * {@code tip} of the template {@code result/parts} for each of the values, rendered once for a value and a language and
 * then kept.
 *
 * <p>With {@code kept:gap="${page.token}"} the fragment has a gap: it sees {@code ${gap}} and may put it into text or
 * addresses, and each page has its own value there. The value is never kept.
 *
 * <p>The fragment sees its value under the name in brackets, and nothing else of the page, so it cannot depend on
 * whose page it was first rendered for. The values must say by {@code equals} whether they look the same, as records do,
 * and be of the site's content, never of a person: a tip, a question with one of its answers, a score of a sign.
 */
final class KeptFragments extends AbstractAttributeTagProcessor {

    static final String PREFIX = "kept";

    private static final String EACH = "each";
    private static final String AS = "as";
    private static final String GAP = "gap";

    /** What stands in a kept fragment where the gap is; nothing that anybody writes looks like it. */
    private static final String PLACEHOLDER = UUID.randomUUID().toString();

    /** Looks the same in text, in attributes and in addresses. */
    private static final Pattern FIT_FOR_A_GAP = Pattern.compile("[\\w-]+");

    /** After {@code th:if} and {@code th:unless}, which may stand on the same element. */
    private static final int PRECEDENCE = 450;

    private final Map<Kept, String> kept = new ConcurrentHashMap<>();
    private final AtomicInteger characters = new AtomicInteger();
    private final int most;

    /** @param most how many characters are kept; before there are more, all are dropped */
    KeptFragments(int most) {
        super(TemplateMode.HTML, PREFIX, null, false, EACH, true, PRECEDENCE, true);
        this.most = most;
    }

    private record Kept(String fragment, Locale language, String prefix, Object value) {}

    /** Where a fragment is, and under which name it sees its value: {@code template :: fragment(name)}. */
    private record Place(String template, String fragment, String name) {

        private static final Pattern FORM = Pattern.compile("(\\S+) :: (\\w+)\\((\\w+)\\)");

        static Place parse(String text) {
            Matcher parts = FORM.matcher(text);
            if (!parts.matches()) {
                throw new TemplateProcessingException("Write kept:as=\"template :: fragment(name)\", not: " + text);
            }
            return new Place(parts.group(1), parts.group(2), parts.group(3));
        }
    }

    @Override
    protected void doProcess(
            ITemplateContext context,
            IProcessableElementTag element,
            AttributeName attribute,
            String expression,
            IElementTagStructureHandler structure) {
        String fragment = Objects.requireNonNull(element.getAttributeValue(PREFIX, AS), "kept:as is missing");
        var all = new StringBuilder();
        for (Object value : list(evaluate(context, expression))) {
            all.append(fragment(context, fragment, value)).append('\n');
        }
        String gap = element.getAttributeValue(PREFIX, GAP);
        structure.replaceWith(gap == null ? all : fill(all.toString(), evaluate(context, gap)), false);
    }

    private static Object evaluate(ITemplateContext context, String expression) {
        return StandardExpressions.getExpressionParser(context.getConfiguration())
                .parseExpression(context, expression)
                .execute(context);
    }

    private static String fill(String fragments, Object value) {
        String text = String.valueOf(value);
        if (!FIT_FOR_A_GAP.matcher(text).matches()) {
            throw new TemplateProcessingException("A gap takes letters, digits, '_' and '-' alone");
        }
        return fragments.replace(PLACEHOLDER, text);
    }

    private static List<?> list(Object values) {
        return values instanceof Optional<?> one ? one.stream().toList() : EvaluationUtils.evaluateAsList(values);
    }

    private String fragment(ITemplateContext context, String fragment, Object value) {
        String prefix = ((IWebContext) context).getExchange().getRequest().getApplicationPath();
        var key = new Kept(fragment, context.getLocale(), prefix, value);
        String known = kept.get(key);
        if (known != null) {
            return known;
        }
        String rendered = render(context, fragment, value);
        if (characters.addAndGet(rendered.length()) > most) {
            kept.clear(); // what is asked for will soon be back
            characters.set(rendered.length());
        }
        kept.put(key, rendered);
        return rendered;
    }

    private static String render(ITemplateContext context, String fragment, Object value) {
        var place = Place.parse(fragment);
        var alone = new WebContext(bare(context), context.getLocale(), Map.of(place.name(), value, GAP, PLACEHOLDER));
        var rendered = new StringWriter();
        context.getConfiguration()
                .getTemplateManager()
                .parseAndProcess(
                        new TemplateSpec(place.template(), Set.of(place.fragment()), TemplateMode.HTML, Map.of()),
                        alone,
                        rendered);
        return rendered.toString();
    }

    private static IWebExchange bare(ITemplateContext context) {
        var exchange = (IServletWebExchange) ((IWebContext) context).getExchange();
        var request = (HttpServletRequest) exchange.getNativeRequestObject();
        return JakartaServletWebApplication.buildApplication(request.getServletContext())
                .buildExchange(new BareRequest(request), (HttpServletResponse) exchange.getNativeResponseObject());
    }
}
