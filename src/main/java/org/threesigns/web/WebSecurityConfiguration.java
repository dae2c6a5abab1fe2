package org.threesigns.web;

import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.cbor.JacksonCborHttpMessageConverter;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.filter.RelativeRedirectFilter;
import org.springframework.web.filter.UrlHandlerFilter;

/** The security filter chains of everybody but administrators. */
@Configuration(proxyBeanMethods = false)
public class WebSecurityConfiguration {

    /** The order of the administrators' chain: before the one that matches everything. */
    public static final int ADMINISTRATORS = 1;

    private static final int MANAGEMENT = 2;
    private static final int RESPONDENTS = 3;

    /** On the public port only health is reachable; on a management port, what the host has exposed. */
    @Bean
    @Order(MANAGEMENT)
    SecurityFilterChain management(HttpSecurity http, Environment environment) throws Exception {
        boolean exposed = ManagementPortType.get(environment) == ManagementPortType.DIFFERENT;
        http.securityMatchers(requests -> requests.requestMatchers(
                        EndpointRequest.toLinks(),
                        EndpointRequest.toAnyEndpoint().excluding(HealthEndpoint.class)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                        (request, response, refusal) -> response.sendError(HttpStatus.NOT_FOUND.value())))
                .authorizeHttpRequests(
                        requests -> requests.anyRequest().access((who, request) -> new AuthorizationDecision(exposed)));
        return withoutAccounts(http).build();
    }

    /**
     * Respondents have no session, cookie or account, so there is no authority that another site could use. All that is
     * refused is a post that says that another site sent it.
     */
    @Bean
    @Order(RESPONDENTS)
    SecurityFilterChain respondents(HttpSecurity http) throws Exception {
        http.securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .exceptionHandling(AbstractHttpConfigurer::disable);
        return withoutAccounts(http).build();
    }

    private static HttpSecurity withoutAccounts(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(SecurityHeaders::ofRespondentPages)
                .addFilterBefore(new CrossSitePostFilter(), AuthorizationFilter.class);
    }

    /** Takes no figures of single filters: nobody reads them, and taking them costs more than the filters do. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** The libraries for passkeys bring CBOR, and Spring would accept and send it wherever it handles JSON. */
    @Bean
    ServerHttpMessageConvertersCustomizer noCbor() {
        return converters -> converters.configureMessageConvertersList(
                all -> all.removeIf(JacksonCborHttpMessageConverter.class::isInstance));
    }

    /** A slash too many at the end of an address leads to the page without it. */
    @Bean
    UrlHandlerFilter trailingSlashes() {
        return UrlHandlerFilter.trailingSlashHandler("/**")
                .redirect(HttpStatus.PERMANENT_REDIRECT)
                .build();
    }

    /**
     * Keeps redirects as they are written, without a host. For HTTP/1.0, which some proxies speak, Tomcat adds one whatever
     * its settings say, and takes it from a header that anybody may forge.
     */
    @Bean
    FilterRegistrationBean<RelativeRedirectFilter> relativeRedirects() {
        RelativeRedirectFilter filter = new RelativeRedirectFilter();
        filter.setRedirectStatus(HttpStatus.FOUND);
        FilterRegistrationBean<RelativeRedirectFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2); // around everything that redirects
        return registration;
    }

    @Bean
    HttpFirewall firewall() {
        return new RequestFirewall();
    }

    @Bean
    RequestRejectedHandler rejectedRequests() {
        return (request, response, rejection) -> RequestFirewall.refuse(request, response);
    }
}
