package org.threesigns.web;

import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.stereotype.Component;

/**
 * Lifts Tomcat's limits on what a header lists. Tomcat fails on more than ten languages, and refuses more than 200 cookies,
 * of which respondents' pages read none. The size of all headers together is limited anyway: see {@code server} in
 * application.yaml, where the other limits are.
 */
@Component
class RequestLimits implements TomcatConnectorCustomizer {

    private static final int NONE = -1;

    @Override
    public void customize(Connector connector) {
        connector.setMaxLocaleCount(NONE);
        connector.setMaxCookieCount(NONE);
    }
}
