package org.comity.node.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.node.frame.NavigationEntry;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.KeptSessions;
import org.comity.node.identity.OpenDoor;
import org.comity.node.identity.People;
import org.comity.node.identity.SignInSettings;
import org.comity.node.identity.SignedIn;
import org.comity.node.identity.WithToken;
import org.comity.node.time.WallClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;

/**
 * Which doors are open to whom. A person is {@link SignedIn} only after both factors, and no other proof opens a page. Who may
 * not see a page gets the answer of a page that does not exist.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class Doors {

    private static final String CONTENT =
            "default-src 'self'; object-src 'none'; base-uri 'none';" + " frame-ancestors 'none'; form-action 'self'";

    private static final String POWERS =
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), publickey-credentials-get=(self)";

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            SecurityContextRepository contexts,
            CsrfTokenRepository formTokens,
            People people,
            SignInSettings settings,
            List<OpenDoor> openDoors,
            HouseProvider provider,
            KeptSessions kept,
            @WallClock Clock clock) {
        provider.open(http);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(Doors::isStatic)
                        .permitAll()
                        .requestMatchers(open(openDoors))
                        .permitAll()
                        .requestMatchers("/sign-in/**", "/welcome/**", "/actuator/health", "/error")
                        .permitAll()
                        .anyRequest()
                        .access((person, _) -> new AuthorizationDecision(person.get() instanceof SignedIn)))
                .securityContext(context -> context.securityContextRepository(contexts))
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens))
                .exceptionHandling(
                        errors -> errors.defaultAuthenticationEntryPointFor(Doors::askToSignIn, Doors::isForPrograms)
                                .defaultAuthenticationEntryPointFor(
                                        new LoginUrlAuthenticationEntryPoint("/sign-in"), wantsPage())
                                .defaultAuthenticationEntryPointFor(Doors::askToSignIn, request -> true)
                                .accessDeniedHandler(Doors::refuse))
                .logout(out -> out.logoutUrl("/sign-out")
                        .addLogoutHandler((request, response, person) -> forget(request, kept))
                        .logoutSuccessUrl("/sign-in?bye"))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .permissionsPolicyHeader(policy -> policy.policy(POWERS))
                        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(new KeepingSessions(kept, clock), SecurityContextHolderFilter.class)
                .addFilterBefore(new StillWelcome(people, settings, clock), AuthorizationFilter.class)
                .build();
    }

    private static void forget(HttpServletRequest request, KeptSessions kept) {
        var session = request.getSession(false);
        if (session != null) {
            kept.forget(session.getId());
        }
    }

    /** What looks the same for everyone: style, script, marks. */
    static boolean isStatic(HttpServletRequest request) {
        return request.getRequestURI().matches("/[a-z0-9-]+\\.(css|js|svg|ico)");
    }

    /** What a room gives to everybody, to be read and no more. */
    static RequestMatcher open(List<OpenDoor> doors) {
        List<PathPatternRequestMatcher> open = doors.stream()
                .flatMap(door -> door.patterns().stream())
                .flatMap(pattern -> Stream.of(HttpMethod.GET, HttpMethod.HEAD)
                        .map(method -> PathPatternRequestMatcher.withDefaults().matcher(method, pattern)))
                .toList();
        return request -> open.stream().anyMatch(door -> door.matches(request));
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    /** A program gets a status; a browser, or who does not say what it is, gets the page to sign in. */
    private static MediaTypeRequestMatcher wantsPage() {
        return new MediaTypeRequestMatcher(
                new HeaderContentNegotiationStrategy(), MediaType.TEXT_HTML, MediaType.APPLICATION_XHTML_XML);
    }

    /** A program gets a problem document. */
    private static void askToSignIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        response.sendError(HttpStatus.UNAUTHORIZED.value());
    }

    /** A form whose token is too old is most often one that stood open while its session ended. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        boolean signedIn = SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn;
        if (!(refused instanceof CsrfException)) {
            response.sendError(HttpStatus.NOT_FOUND.value());
        } else if (signedIn) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
        } else {
            response.sendRedirect("/sign-in?late");
        }
    }

    @Bean
    SecurityContextRepository securityContextRepository() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    CsrfTokenRepository csrfTokenRepository() {
        var tokens = new HttpSessionCsrfTokenRepository();
        tokens.setSessionAttributeName(KeepingSessions.FORM_TOKEN);
        return tokens;
    }

    /** The name before the hash tells how it was made, so that a better way can follow. */
    @Bean
    static PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder(
                "argon2", Map.of("argon2", Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    }

    @Bean
    CurrentPerson currentPerson() {
        return () -> switch (SecurityContextHolder.getContext().getAuthentication()) {
            case SignedIn signedIn -> Optional.of(signedIn.person());
            case WithToken shown -> Optional.of(shown.person());
            case null, default -> Optional.empty();
        };
    }

    @Bean
    NavigationEntry peopleEntry() {
        return NavigationEntry.of(90, "identity.people", "/people")
                .onlyFor("ADMINISTRATOR")
                .asMinor();
    }
}
