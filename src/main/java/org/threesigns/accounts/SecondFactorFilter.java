package org.threesigns.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Takes the form in which a browser shows a passkey. As with the password, a right answer gets a new session and a new
 * form token; after a wrong one the page asks anew.
 */
class SecondFactorFilter extends AbstractAuthenticationProcessingFilter {

    static final String PAGE = "/admin/sign-in/passkey";

    private final SecondFactor step;

    SecondFactorFilter(RequestMatcher form, SecondFactor step) {
        super(form);
        this.step = step;
        setAuthenticationFailureHandler(SecondFactorFilter::askAgain);
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        Authentication halfway = SecurityContextHolder.getContext().getAuthentication();
        return step.complete(halfway, request.getParameter("passkey"), request);
    }

    private static void askAgain(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        SignInRefusal refusal = SignInRefusal.of(refused);
        String why = refusal.isWrong() ? "wrong" : "wait=" + refusal.seconds();
        response.sendRedirect(PAGE + "?" + why);
    }

    /** Puts the filter behind that of the password, with what the chain does whenever somebody has signed in. */
    static class Configurer extends AbstractHttpConfigurer<Configurer, HttpSecurity> {

        private final SecondFactorFilter filter;

        Configurer(SecondFactorFilter filter) {
            this.filter = filter;
        }

        @Override
        public void configure(HttpSecurity http) {
            filter.setSessionAuthenticationStrategy(http.getSharedObject(SessionAuthenticationStrategy.class));
            http.addFilterAfter(filter, UsernamePasswordAuthenticationFilter.class);
        }
    }
}
