package org.threesigns.web;

import java.util.Objects;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Adds the hash of its content to each link of a template that leads to one of our files. Spring's own filter for that
 * wraps every request and inspects every link, including those to pages.
 */
@Configuration(proxyBeanMethods = false)
class AssetLinks extends StandardLinkBuilder {

    static final String ASSETS = "/assets/";

    private final ResourceUrlProvider addresses;

    AssetLinks(SpringTemplateEngine templates, ResourceUrlProvider addresses) {
        this.addresses = addresses;
        templates.setLinkBuilder(this);
    }

    @Override
    protected String processLink(IExpressionContext context, String link) {
        String prefix = ((IWebContext) context).getExchange().getRequest().getApplicationPath();
        if (!link.startsWith(ASSETS, prefix.length())) {
            return link;
        }
        String path = link.substring(prefix.length());
        return prefix + Objects.requireNonNullElse(addresses.getForLookupPath(path), path);
    }
}
