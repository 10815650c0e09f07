package org.comity.node.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.comity.node.identity.HoldingTokens;
import org.comity.node.identity.OpenDoor;
import org.comity.node.identity.RepeatableCalls;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/**
 * The door for programs that show a token: open to what the token's scopes name, without session, cookie or form token. Whoever
 * reads the same addresses in a browser comes through the door of the pages.
 */
@Configuration(proxyBeanMethods = false)
class DoorForPrograms {

    @Bean
    @Order(2)
    SecurityFilterChain programs(
            HttpSecurity http,
            HoldingTokens tokens,
            WrongTokens wrong,
            Scoping scoping,
            RepeatableCalls calls,
            List<OpenDoor> openDoors) {
        return http.securityMatcher(TokenDoor::isFor)
                .authorizeHttpRequests(requests -> requests.requestMatchers(Doors.open(openDoors))
                        .permitAll()
                        .anyRequest()
                        .access((caller, call) ->
                                new AuthorizationDecision(scoping.allows(caller.get(), call.getRequest()))))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        errors -> errors.accessDeniedHandler((call, answer, refused) -> refuse(call, answer, scoping)))
                .addFilterBefore(new TokenDoor(tokens, wrong), AuthorizationFilter.class)
                .addFilterAfter(new RepeatingCalls(calls), AuthorizationFilter.class)
                .build();
    }

    /** RFC 6750 section 3.1: which scope is missing. */
    private static void refuse(HttpServletRequest call, HttpServletResponse answer, Scoping scoping)
            throws IOException {
        String needed =
                scoping.neededBy(call).map(scope -> ", scope=\"" + scope + "\"").orElse("");
        answer.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"" + needed);
        answer.sendError(HttpStatus.FORBIDDEN.value());
    }
}
