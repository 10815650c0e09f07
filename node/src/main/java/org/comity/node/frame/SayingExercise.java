package org.comity.node.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.comity.node.settings.ComitySettings;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** What a node that plays answers a program says so, whatever the answer is and whoever gives it: nothing of it is real. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SayingExercise extends OncePerRequestFilter {

    static final String HEADER = "Comity-Exercise";

    private final boolean exercise;

    SayingExercise(ComitySettings settings) {
        this.exercise = settings.exercise();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest call) {
        return !exercise || !call.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest call, HttpServletResponse answer, FilterChain next)
            throws ServletException, IOException {
        answer.setHeader(HEADER, "true");
        next.doFilter(call, answer);
    }
}
