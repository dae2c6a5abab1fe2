package org.threesigns.site;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.threesigns.instrument.MarkedText.Run;
import org.threesigns.instrument.MarkedText.Style;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IModel;
import org.thymeleaf.model.IModelFactory;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.standard.processor.StandardTextTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;
import org.unbescape.html.HtmlEscape;

/**
 * {@code <span marked:text="${question.text.runs}">}: like {@code th:text}, for a text with mark-up of its author. The words are escaped
 * as there; the tags around them are those of {@link Style} and no others.
 */
@Component
class MarkedTextDialect extends AbstractProcessorDialect {

    private static final String PREFIX = "marked";

    MarkedTextDialect() {
        super("Marked text", PREFIX, StandardDialect.PROCESSOR_PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Text());
    }

    private static final class Text extends AbstractStandardExpressionAttributeTagProcessor {

        Text() {
            super(TemplateMode.HTML, PREFIX, "text", StandardTextTagProcessor.PRECEDENCE, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext page,
                IProcessableElementTag tag,
                AttributeName attribute,
                String expression,
                @Nullable Object result,
                IElementTagStructureHandler structure) {
            var runs = (List<?>) Objects.requireNonNull(result, expression);
            if (runs.size() == 1
                    && runs.get(0) instanceof Run run
                    && run.styles().isEmpty()) {
                structure.setBody(escaped(run), false);
                return;
            }
            IModelFactory factory = page.getModelFactory();
            IModel body = factory.createModel();
            runs.forEach(run -> add((Run) run, factory, body));
            structure.setBody(body, false);
        }

        private static void add(Run run, IModelFactory factory, IModel body) {
            if (run.isBreak()) {
                body.add(factory.createStandaloneElementTag("br", false, false));
                return;
            }
            List<Style> styles = run.styles();
            styles.forEach(style -> body.add(factory.createOpenElementTag(style.tag())));
            body.add(factory.createText(escaped(run)));
            for (int style = styles.size() - 1; style >= 0; style--) {
                body.add(factory.createCloseElementTag(styles.get(style).tag()));
            }
        }

        private static String escaped(Run run) {
            return HtmlEscape.escapeHtml4Xml(run.text());
        }
    }
}
