package org.threesigns.rendering;

import java.util.Objects;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Pages as they would be with Thymeleaf alone. */
public final class PlainPages extends KeptPages {

    private final ThymeleafViewResolver templates;

    public PlainPages(ThymeleafViewResolver templates) {
        super((SpringTemplateEngine) templates.getTemplateEngine(), new KeptFragments(0));
        this.templates = templates;
    }

    @Override
    public View of(String template) {
        return (model, request, response) -> Objects.requireNonNull(
                        templates.resolveViewName(template, RequestContextUtils.getLocale(request)))
                .render(model, request, response);
    }
}
