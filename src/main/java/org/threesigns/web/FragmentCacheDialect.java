package org.threesigns.web;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.expression.FragmentExpression;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * {@code <li th:each="tip : ${page.tips}" cache:replace="~{result/parts :: tip(tip=${tip})}">}: like {@code th:replace}, with the
 * text kept for all pages on which the parameters are the same.
 *
 * <p>The parameters are the key, so each has a name and a value that says by {@code equals} whether it looks the same, as records
 * do. A fragment sees them and nothing else of the page, so it cannot show to one person what belongs to another. They are of the
 * site's content, never a person's: a tip, a question with one of its answers, the score of a sign, but not the key of a result.
 *
 * <p>What it gives beside Thymeleaf alone: {@code bench/jmh.sh Pages}, and docs/adr/0024.
 */
@Component
class FragmentCacheDialect extends AbstractProcessorDialect {

    private static final String PREFIX = "cache";

    private final FragmentCache cache;

    FragmentCacheDialect(FragmentCache cache) {
        super("Fragment cache", PREFIX, StandardDialect.PROCESSOR_PRECEDENCE);
        this.cache = cache;
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Replace());
    }

    private final class Replace extends AbstractAttributeTagProcessor {

        /** After {@code th:each} and {@code th:if}, which may stand on the same element. */
        private static final int PRECEDENCE = 450;

        Replace() {
            super(TemplateMode.HTML, PREFIX, null, false, "replace", true, PRECEDENCE, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext page,
                IProcessableElementTag tag,
                AttributeName attribute,
                String expression,
                IElementTagStructureHandler structure) {
            var fragment = (FragmentExpression) StandardExpressions.getExpressionParser(page.getConfiguration())
                    .parseExpression(page, expression);
            structure.replaceWith(cache.text(fragment, page), false);
        }
    }
}
