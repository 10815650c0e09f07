package org.comity.node.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.node.identity.Person;
import org.comity.node.identity.ProviderAccounts;
import org.comity.node.identity.ProviderSettings;
import org.comity.node.identity.SigningIn;
import org.comity.node.identity.SigningIn.First;
import org.comity.node.settings.ComitySettings;
import org.comity.node.time.WallClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Signing in through the house's OpenID Connect provider. It says who somebody is; whose account that is, and what they may do,
 * this node knows by itself. Without a linked account nobody is in, and the provider's tokens are not kept.
 */
@Component
class HouseProvider {

    private static final String DOOR = "/sign-in/provider";

    private static final Logger log = LoggerFactory.getLogger(HouseProvider.class);
    private static final String ID = "house";
    private static final String BACK = "/sign-in/back";

    private final ProviderSettings settings;
    private final ComitySettings node;
    private final ProviderAccounts accounts;
    private final SigningIn signingIn;
    private final Sessions sessions;
    private final Clock clock;

    HouseProvider(
            ProviderSettings settings,
            ComitySettings node,
            ProviderAccounts accounts,
            SigningIn signingIn,
            Sessions sessions,
            @WallClock Clock clock) {
        this.settings = settings;
        this.node = node;
        this.accounts = accounts;
        this.signingIn = signingIn;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** What the button says and where it leads; empty without a provider. */
    Optional<String> button() {
        return settings.isSetUp() ? Optional.of(settings.name()) : Optional.empty();
    }

    /** Opens the door, if there is one. */
    void open(HttpSecurity http) {
        if (settings.isSetUp()) {
            http.oauth2Login(login -> login.loginPage("/sign-in")
                    .clientRegistrationRepository(registrations())
                    .authorizedClientRepository(new NothingKept())
                    .authorizationEndpoint(to -> to.baseUri(DOOR))
                    .redirectionEndpoint(from -> from.baseUri(BACK))
                    // the provider's proof opens nothing by itself, so it is not kept; the setter of this name is
                    // overridden
                    .withObjectPostProcessor(new ObjectPostProcessor<OAuth2LoginAuthenticationFilter>() {
                        @Override
                        public <O extends OAuth2LoginAuthenticationFilter> O postProcess(O filter) {
                            filter.setSecurityContextRepository(new NullSecurityContextRepository());
                            return filter;
                        }
                    })
                    .successHandler(this::arrived)
                    .failureHandler((request, response, failure) -> {
                        log.warn("Single sign-on failed: {}", failure.getMessage());
                        response.sendRedirect("/sign-in?provider");
                    }));
        }
    }

    /** The provider is asked to describe itself when somebody first comes, so that the node starts without it. */
    private ClientRegistrationRepository registrations() {
        return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(registration()));
    }

    private ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(
                        settings.issuer().orElseThrow().toString())
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .redirectUri(node.publicUrl() + BACK)
                .scope("openid", "profile")
                .build();
    }

    private void arrived(HttpServletRequest request, HttpServletResponse response, Authentication proof)
            throws IOException {
        SecurityContextHolder.clearContext();
        var user = proof.getPrincipal() instanceof OidcUser shown ? shown.getClaims() : Map.<String, Object>of();
        var person = user.get("sub") instanceof String subject && user.get("iss") != null
                ? accounts.arrived(String.valueOf(user.get("iss")), subject, shown(user, subject))
                : Optional.<Person>empty();
        if (person.isEmpty()) {
            response.sendRedirect("/sign-in?stranger");
        } else if (settings.bothFactors() && isTwice(user)) {
            var in = signingIn.withProvider(person.get().id());
            response.sendRedirect(
                    in.map(it -> sessions.begin(it, request, response)).orElse("/sign-in?stranger"));
        } else {
            SignInPages.halfway(request, person.get().id(), First.PROVIDER, clock.instant());
            response.sendRedirect("/sign-in/code");
        }
    }

    private static String shown(Map<String, Object> user, String subject) {
        return Stream.of("preferred_username", "email", "name")
                .map(claim -> user.get(claim) instanceof String name ? name : "")
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse(subject);
    }

    private static boolean isTwice(Map<String, Object> user) {
        return user.get("amr") instanceof Collection<?> methods && methods.contains("mfa");
    }

    /** Who somebody is was all that was asked; the provider's tokens are of no use here. */
    private static final class NothingKept implements OAuth2AuthorizedClientRepository {
        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals")
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String id, Authentication person, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication person,
                HttpServletRequest request,
                HttpServletResponse response) {
            // nothing is kept
        }

        @Override
        public void removeAuthorizedClient(
                String id, Authentication person, HttpServletRequest request, HttpServletResponse response) {
            // nothing was kept
        }
    }
}
