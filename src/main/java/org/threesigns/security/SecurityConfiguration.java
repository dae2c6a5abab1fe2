package org.threesigns.security;

import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.cbor.JacksonCborHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * The filter chain that everybody but an administrator meets.
 *
 * <p>Respondents have no session, no cookie and no account, so there is no authority that another site could ride on;
 * what is left to refuse is a post that says itself that another site sent it.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Where the administrators' chain stands: before the one that takes everything. */
    static final int ADMINISTRATORS = 1;

    private static final int RESPONDENTS = 2;

    @Bean
    @Order(RESPONDENTS)
    SecurityFilterChain respondents(HttpSecurity http, Environment environment) throws Exception {
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(SecurityHeaders::ofRespondentPages)
                .addFilterBefore(new ForeignPostFilter(), AuthorizationFilter.class)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                        (request, response, refusal) -> response.sendError(HttpStatus.NOT_FOUND.value())))
                .authorizeHttpRequests(requests -> {
                    permitManagement(requests, ManagementPortType.get(environment) == ManagementPortType.DIFFERENT);
                    requests.anyRequest().permitAll();
                });
        return http.build();
    }

    /** On the public port there is health and nothing else; on a port of its own, what the host has exposed. */
    private static void permitManagement(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            boolean onItsOwnPort) {
        requests.requestMatchers(EndpointRequest.to(HealthEndpoint.class)).permitAll();
        if (!onItsOwnPort) {
            requests.requestMatchers(EndpointRequest.toLinks(), EndpointRequest.toAnyEndpoint())
                    .denyAll();
        }
    }

    /** No figures of the single filters: nobody reads them, and taking them costs more than the filters do. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** The libraries for passkeys bring CBOR with them, and Spring would take and give it wherever it takes and gives JSON. */
    @Bean
    ServerHttpMessageConvertersCustomizer noCbor() {
        return converters -> converters.configureMessageConvertersList(
                all -> all.removeIf(JacksonCborHttpMessageConverter.class::isInstance));
    }

    @Bean
    HttpFirewall firewall() {
        return new VerbAwareFirewall();
    }

    @Bean
    RequestRejectedHandler rejectedRequests() {
        return (request, response, rejection) -> VerbAwareFirewall.refuse(request, response);
    }
}
