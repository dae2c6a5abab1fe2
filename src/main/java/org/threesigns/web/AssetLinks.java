package org.threesigns.web;

import java.util.Objects;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextRefreshedEvent;
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
class AssetLinks extends StandardLinkBuilder implements SmartInitializingSingleton {

    static final String ASSETS = "/assets/";

    private final ResourceUrlProvider addresses;
    private final ApplicationContext context;

    AssetLinks(SpringTemplateEngine templates, ResourceUrlProvider addresses, ApplicationContext context) {
        this.addresses = addresses;
        this.context = context;
        templates.setLinkBuilder(this);
    }

    /**
     * Spring looks for the files when the context is complete, which is after the server has begun to listen: a fragment
     * that a first visitor asked for in between would be cached with links that have no hash.
     */
    @Override
    public void afterSingletonsInstantiated() {
        addresses.onApplicationEvent(new ContextRefreshedEvent(context));
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
