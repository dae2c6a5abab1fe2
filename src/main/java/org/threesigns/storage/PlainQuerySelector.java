package org.threesigns.storage;

import org.springframework.data.jpa.repository.query.DeclaredQuery;
import org.springframework.data.jpa.repository.query.QueryEnhancerFactories;
import org.springframework.data.jpa.repository.query.QueryEnhancerFactory;
import org.springframework.data.jpa.repository.query.QueryEnhancerSelector;

/**
 * Spares each start a second parser of queries. Hibernate checks them all; Spring Data reads them a second time with a
 * grammar of its own, to add an order or a page to them, which nobody asks of a written one here.
 */
class PlainQuerySelector implements QueryEnhancerSelector {

    @Override
    public QueryEnhancerFactory select(DeclaredQuery query) {
        return QueryEnhancerFactories.fallback();
    }
}
