package org.comity.node.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.comity.node.identity.HoldingTokens;
import org.comity.node.identity.WithToken;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a program in for one call by the token that it shows (RFC 6750 section 2.1). */
class TokenDoor extends OncePerRequestFilter {

    private static final String SCHEME = "bearer ";

    private final HoldingTokens tokens;
    private final WrongTokens wrong;

    TokenDoor(HoldingTokens tokens, WrongTokens wrong) {
        this.tokens = tokens;
        this.wrong = wrong;
    }

    static boolean isFor(HttpServletRequest request) {
        String shown = request.getHeader(HttpHeaders.AUTHORIZATION);
        return request.getRequestURI().startsWith("/api/")
                && shown != null
                && shown.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String from = request.getRemoteAddr();
        if (wrong.areTooManyFrom(from)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(WrongTokens.WINDOW.toSeconds()));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return;
        }
        String shown = request.getHeader(HttpHeaders.AUTHORIZATION)
                .substring(SCHEME.length())
                .strip();
        var caller = tokens.call(shown);
        if (caller.isEmpty()) {
            wrong.seenFrom(from);
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            response.sendError(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new WithToken(caller.get()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}
