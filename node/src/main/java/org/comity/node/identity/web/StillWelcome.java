package org.comity.node.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.comity.node.identity.People;
import org.comity.node.identity.Person;
import org.comity.node.identity.SignInSettings;
import org.comity.node.identity.SignedIn;
import org.comity.node.time.WallClock;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the person anew with each request: who was disabled, got new keys or stayed too long is out at once, and a
 * changed role counts at once.
 */
class StillWelcome extends OncePerRequestFilter {

    private final People people;
    private final SignInSettings settings;
    private final Clock clock;

    StillWelcome(People people, SignInSettings settings, @WallClock Clock clock) {
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Doors.isStatic(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
            Optional<Person> now = Optional.of(signedIn)
                    .filter(in -> in.since().plus(settings.longest()).isAfter(clock.instant()))
                    .flatMap(in -> people.findSignedIn(in.person().id(), in.since()));
            if (now.isEmpty()) {
                end(request);
            } else if (!now.get().equals(signedIn.person())) {
                var fresh = SecurityContextHolder.createEmptyContext();
                fresh.setAuthentication(signedIn.as(now.get()));
                SecurityContextHolder.setContext(fresh);
            }
        }
        chain.doFilter(request, response);
    }

    private static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
