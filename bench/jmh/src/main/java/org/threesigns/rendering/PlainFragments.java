package org.threesigns.rendering;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * The templates as they would be with Thymeleaf alone: {@code kept:each} and {@code kept:as} mean {@code th:each} around
 * {@code th:replace}, and nothing is kept.
 */
public final class PlainFragments extends AbstractProcessorDialect {

    private static final String PREFIX = "kept";

    public PlainFragments() {
        super("Plain fragments", PREFIX, StandardDialect.PROCESSOR_PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Each());
    }

    private static final class Each extends AbstractAttributeTagProcessor {

        private static final int PRECEDENCE = 450;
        private static final Pattern PLACE = Pattern.compile("(\\S+ :: \\w+)\\(([\\w.]*)\\)");

        Each() {
            super(TemplateMode.HTML, PREFIX, null, false, "each", true, PRECEDENCE, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag element,
                AttributeName attribute,
                String expression,
                IElementTagStructureHandler structure) {
            Matcher place = PLACE.matcher(element.getAttributeValue(PREFIX, "as"));
            if (!place.matches()) {
                throw new IllegalStateException(element.toString());
            }
            String seen = place.group(2);
            String name = seen.isEmpty() ? "once" : seen.split("\\.")[0];
            Object each = values(context, expression);
            structure.removeAttribute(PREFIX, "as");
            String gap = element.getAttributeValue(PREFIX, "gap");
            if (gap != null) {
                structure.removeAttribute(PREFIX, "gap");
                if (!each.equals(List.of())) {
                    structure.setLocalVariable("gap", values(context, gap));
                }
            }
            structure.setAttribute(
                    "th:replace", "~{%s%s}".formatted(place.group(1), seen.isEmpty() ? "" : "(${" + seen + "})"));
            structure.iterateElement(name, null, each);
        }

        private static Object values(ITemplateContext context, String expression) {
            Object values = StandardExpressions.getExpressionParser(context.getConfiguration())
                    .parseExpression(context, expression)
                    .execute(context);
            if (values instanceof Optional<?> one) {
                return one.stream().toList();
            }
            return values == null || values.equals(false) ? List.of() : values;
        }
    }
}
