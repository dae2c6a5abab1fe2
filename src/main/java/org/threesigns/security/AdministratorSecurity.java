package org.threesigns.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** The filter chain of everything behind sign-in. */
@Configuration(proxyBeanMethods = false)
class AdministratorSecurity {

    @Bean
    @Order(SecurityConfiguration.ADMINISTRATORS)
    SecurityFilterChain administrators(HttpSecurity http) throws Exception {
        http.securityMatcher("/admin/**")
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(SecurityHeaders::ofAdministratorPages)
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/admin/sign-in")))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/admin/sign-in", "/admin/set-up")
                        .permitAll()
                        .anyRequest()
                        .authenticated());
        return http.build();
    }
}
