package org.comity.node.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.comity.node.identity.People;
import org.comity.node.identity.Person;
import org.comity.node.identity.SignedIn;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the person anew with each request: a disabled person is out at once, a changed role counts at once. */
@Component
class StillWelcome extends OncePerRequestFilter {

    private final People people;

    StillWelcome(People people) {
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var context = SecurityContextHolder.getContext();
        if (context.getAuthentication() instanceof SignedIn signedIn) {
            Person now = people.find(signedIn.person().id()).orElse(null);
            if (now == null) {
                SecurityContextHolder.clearContext();
                var session = request.getSession(false);
                if (session != null) {
                    session.invalidate();
                }
            } else if (!now.equals(signedIn.person())) {
                var fresh = SecurityContextHolder.createEmptyContext();
                fresh.setAuthentication(new SignedIn(now));
                SecurityContextHolder.setContext(fresh);
            }
        }
        chain.doFilter(request, response);
    }
}
