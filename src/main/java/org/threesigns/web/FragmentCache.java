package org.threesigns.web;

import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.cache.ICache;
import org.thymeleaf.cache.StandardCache;
import org.thymeleaf.context.EngineContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.engine.TemplateData;
import org.thymeleaf.engine.TemplateModel;
import org.thymeleaf.standard.expression.FragmentExpression;
import org.thymeleaf.standard.expression.FragmentExpression.ExecutedFragmentExpression;
import org.thymeleaf.web.IWebExchange;

/** The text of template fragments, each rendered once for its parameters, a language and a prefix of addresses. */
@Component
class FragmentCache {

    /** A few kilobytes each, and several times what the built-in questionnaire has in two languages. The oldest goes first. */
    static final int MOST = 5_000;

    private final ICache<Key, String> texts = new StandardCache<>("fragments", true, MOST, MOST, null);

    private record Key(
            @Nullable Object template,
            @Nullable Object fragment,
            @Nullable Map<String, Object> parameters,
            Locale language,
            String prefix) {}

    /** What the fragment gives on this page. */
    String text(FragmentExpression fragment, ITemplateContext page) {
        ExecutedFragmentExpression executed = FragmentExpression.createExecutedFragmentExpression(page, fragment);
        IWebExchange exchange = ((IWebContext) page).getExchange();
        var key = new Key(
                executed.getTemplateNameExpressionResult(),
                executed.getFragmentSelectorExpressionResult(),
                executed.getFragmentParameters(),
                page.getLocale(),
                exchange.getRequest().getApplicationPath());
        String known = texts.get(key);
        return known == null ? render(key, executed, page, exchange) : known;
    }

    private String render(Key key, ExecutedFragmentExpression fragment, ITemplateContext page, IWebExchange exchange) {
        TemplateModel model = FragmentExpression.resolveExecutedFragmentExpression(page, fragment, true)
                .getTemplateModel();
        var rendered = new StringWriter();
        page.getConfiguration()
                .getTemplateManager()
                .process(model, new Isolated(page, model.getTemplateData(), key.parameters(), exchange), rendered);
        String text = rendered.toString();
        if (model.getTemplateData().getValidity().isCacheable()) { // not while templates are being worked on
            texts.put(key, text);
        }
        return text;
    }

    /** Sees the parameters of a fragment and nothing else of the page: Thymeleaf's own context would show it all of its request. */
    private static final class Isolated extends EngineContext implements IWebContext {

        private final IWebExchange exchange;

        Isolated(
                ITemplateContext page,
                TemplateData template,
                @Nullable Map<String, Object> parameters,
                IWebExchange exchange) {
            super(page.getConfiguration(), template, Map.of(), page.getLocale(), parameters);
            this.exchange = exchange;
        }

        @Override
        public IWebExchange getExchange() {
            return exchange;
        }
    }
}
