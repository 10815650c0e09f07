package org.comity.node.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.comity.node.frame.NavigationEntry;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.SignedIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Which doors are open to whom. A person is signed in only after both factors, so "authenticated" means both. Who may
 * not see a page gets the answer of a page that does not exist.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class Doors {

    private static final String CONTENT =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    @Bean
    SecurityFilterChain pages(HttpSecurity http, SecurityContextRepository contexts, StillWelcome stillWelcome) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/sign-in/**", "/welcome/**", "/actuator/health", "/as4", "/error")
                        .permitAll()
                        .requestMatchers("/*.css", "/*.js", "/*.svg")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .securityContext(context -> context.securityContextRepository(contexts))
                // the exchange authenticates by signature, not by session
                .csrf(csrf -> csrf.ignoringRequestMatchers("/as4"))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/sign-in"))
                                .accessDeniedHandler(Doors::asIfAbsent))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?bye"))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(stillWelcome, AuthorizationFilter.class)
                .build();
    }

    private static void asIfAbsent(HttpServletRequest request, HttpServletResponse response, Exception refused)
            throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    @Bean
    SecurityContextRepository securityContextRepository() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    static PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    CurrentPerson currentPerson() {
        return () -> SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? Optional.of(signedIn.person())
                : Optional.empty();
    }

    @Bean
    NavigationEntry peopleEntry() {
        return NavigationEntry.of(90, "identity.people", "/people")
                .onlyFor("ADMINISTRATOR")
                .asMinor();
    }
}
