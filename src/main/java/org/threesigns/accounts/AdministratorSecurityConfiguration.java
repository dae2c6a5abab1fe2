package org.threesigns.accounts;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.DispatcherTypeRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.threesigns.web.SecurityHeaders;
import org.threesigns.web.WebSecurityConfiguration;

/** The filter chain of everything behind sign-in: a session, a CSRF token in every form, and two roles. */
@Configuration(proxyBeanMethods = false)
class AdministratorSecurityConfiguration {

    private static final String SIGN_OUT = "/admin/sign-out";

    /** A person with a link to choose a password has no password yet. */
    private static final String[] PUBLIC = {
        SignInController.PATH, SetUpController.PATH, NewPasswordController.PATH + "/**"
    };

    /** Below these, aggregates end and rows, accounts and the past of others begin. */
    private static final String[] ADMINISTRATORS_ONLY = {
        AccountsController.PATH + "/**", AuditController.PATH + "/**", "/admin/export/**"
    };

    private static final RedirectStrategy REDIRECTS = new DefaultRedirectStrategy();

    private static final AccessDeniedHandler REFUSAL = new AccessDeniedHandlerImpl();

    @Bean
    @Order(WebSecurityConfiguration.ADMINISTRATORS)
    SecurityFilterChain administrators(
            HttpSecurity http, AdministratorSecurityContextRepository sessions, DeviceCookies devices, AuditLog audit)
            throws Exception {
        http.securityMatcher("/admin/**")
                .securityContext(context -> context.securityContextRepository(sessions))
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.newSession()))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(new AdminCsrfTokenRepository())
                        .csrfTokenRequestHandler(new AdminCsrfTokenRequestHandler()))
                .headers(SecurityHeaders::ofAdministratorPages)
                .formLogin(form -> form.loginPage(SignInController.PATH)
                        .successHandler((request, response, who) -> welcome(request, response, who, devices, audit))
                        .failureHandler(AdministratorSecurityConfiguration::refuse)
                        .authenticationDetailsSource(SignInSource::of)
                        .withObjectPostProcessor(onlyWhatWasSent()))
                .exceptionHandling(
                        refusals -> refusals.accessDeniedHandler(AdministratorSecurityConfiguration::turnAway))
                .logout(logout -> logout.logoutRequestMatcher(post(SIGN_OUT))
                        .addLogoutHandler((request, response, who) -> recordSignOut(who, audit))
                        .logoutSuccessUrl(SignInController.PATH + "?signed-out"))
                .authorizeHttpRequests(AdministratorSecurityConfiguration::authorize);
        return http.build();
    }

    private static void authorize(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(PUBLIC)
                .permitAll()
                .requestMatchers(PasskeySignInController.PATH)
                .authenticated()
                .requestMatchers(ADMINISTRATORS_ONLY)
                .hasRole(Role.ADMINISTRATOR.name())
                .anyRequest()
                .hasAnyRole(Role.ANALYST.name(), Role.ADMINISTRATOR.name());
    }

    /** Lets the link of a demo through, which signs in by itself; without that profile, there is no such address. */
    @Bean
    @Profile("demo")
    @Order(WebSecurityConfiguration.ADMINISTRATORS - 1)
    SecurityFilterChain demoSignIn(HttpSecurity http) throws Exception {
        return http.securityMatcher(DemoSignInController.PATH + "/*")
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(SecurityHeaders::ofAdministratorPages)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    private static void welcome(
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication who,
            DeviceCookies devices,
            AuditLog audit)
            throws IOException {
        if (AdministratorAuthentication.isPasskeyPending(who)) {
            audit.count(AuditEvent.PASSKEY_ASKED_FOR, who.getName());
            REDIRECTS.sendRedirect(request, response, PasskeySignInController.PATH);
        } else {
            if (who.getPrincipal() instanceof Administrator administrator) {
                devices.issue(administrator, request, response);
            }
            audit.record(AuditEvent.SIGNED_IN, who.getName());
            REDIRECTS.sendRedirect(request, response, SignInController.HOME);
        }
    }

    /** After the password alone there is no role, so every page is refused; this redirects to the passkey page. */
    private static void turnAway(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (refusal instanceof AuthorizationDeniedException
                && who != null
                && AdministratorAuthentication.isPasskeyPending(who)) {
            REDIRECTS.sendRedirect(request, response, PasskeySignInController.PATH);
        } else {
            REFUSAL.handle(request, response, refusal);
        }
    }

    private static void recordSignOut(@Nullable Authentication who, AuditLog audit) {
        if (who != null && !AdministratorAuthentication.isPasskeyPending(who)) {
            audit.record(AuditEvent.SIGNED_OUT, who.getName());
        }
    }

    /** Shows the form again, with the name that was typed, at the same address. */
    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws ServletException, IOException {
        SignInRefusal refusal = SignInRefusal.of(exception);
        request.setAttribute(SignInRefusal.ATTRIBUTE, refusal);
        response.setStatus(refusal.status().value());
        if (!refusal.delay().isZero()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.seconds()));
        }
        request.getRequestDispatcher(SignInController.PATH).forward(request, response);
    }

    /** Only what a browser posted signs in; the inner forward that shows the form again is a post as well. */
    private static ObjectPostProcessor<UsernamePasswordAuthenticationFilter> onlyWhatWasSent() {
        RequestMatcher sent = new AndRequestMatcher(
                post(SignInController.PATH), new DispatcherTypeRequestMatcher(DispatcherType.REQUEST));
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends UsernamePasswordAuthenticationFilter> O postProcess(O filter) {
                filter.setRequiresAuthenticationRequestMatcher(sent);
                return filter;
            }
        };
    }

    private static RequestMatcher post(String path) {
        return PathPatternRequestMatcher.pathPattern(HttpMethod.POST, path);
    }
}
