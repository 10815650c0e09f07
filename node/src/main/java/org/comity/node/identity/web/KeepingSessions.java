package org.comity.node.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.comity.node.identity.KeptSessions;
import org.comity.node.identity.KeptSessions.Kept;
import org.comity.node.identity.SignedIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Writes down after a request who is signed in, where that is not written yet, so that {@link RestoredSessions} finds it after a
 * restart; and ends before a request what was ended in another process.
 */
class KeepingSessions extends OncePerRequestFilter {

    /** Of a session: the token that its forms carry. */
    static final String FORM_TOKEN = KeepingSessions.class.getName() + ".form-token";

    /** Of a session: how it stands in the database. */
    static final String KEPT = KeepingSessions.class.getName() + ".kept";

    private static final Logger log = LoggerFactory.getLogger(KeepingSessions.class);

    /** For a session that is only used, the database is bothered once in so long. */
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final KeptSessions kept;
    private final Clock clock;

    KeepingSessions(KeptSessions kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
    }

    /** @param id changes with each factor that is proved */
    private record Standing(String id, Kept kept) {}

    /** What the session is in, right after it came back from the database. */
    static Object asKept(String id, Kept kept) {
        return new Standing(id, kept);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Doors.isStatic(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var before = request.getSession(false);
        if (before != null && before.getAttribute(KEPT) instanceof Standing standing && !kept.holds(standing.id())) {
            before.invalidate();
        }
        try {
            chain.doFilter(request, response);
        } finally {
            keep(request);
        }
    }

    /** Whoever can't be written down stays in until the node stops. */
    private void keep(HttpServletRequest request) {
        try {
            var session = request.getSession(false);
            if (session != null) {
                worthKeeping(session).ifPresent(now -> keep(session, now));
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("A session could not be kept; a restart would end it: {}", e.getMessage());
        } catch (IllegalStateException e) {
            log.debug("A session was ended while one of its requests was on its way.", e);
        }
    }

    private void keep(HttpSession session, Kept now) {
        var id = session.getId();
        if (session.getAttribute(KEPT) instanceof Standing then && then.id().equals(id) && isSame(then.kept(), now)) {
            if (then.kept().seenAt().plus(EVERY).isAfter(now.seenAt())) {
                return;
            }
            kept.seen(id, now.seenAt());
        } else {
            kept.sweep();
            kept.keep(id, now);
        }
        session.setAttribute(KEPT, new Standing(id, now));
    }

    /** Nothing, unless somebody is signed in. */
    private Optional<Kept> worthKeeping(HttpSession session) {
        var formToken = session.getAttribute(FORM_TOKEN) instanceof CsrfToken token
                ? Optional.of(token.getToken())
                : Optional.<String>empty();
        return session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                                instanceof SecurityContext context
                        && context.getAuthentication() instanceof SignedIn in
                ? Optional.of(new Kept(
                        in.person().id(),
                        in.since(),
                        formToken,
                        clock.instant(),
                        Duration.ofSeconds(session.getMaxInactiveInterval())))
                : Optional.empty();
    }

    /** But for when it was used. */
    private static boolean isSame(Kept one, Kept other) {
        return one.person().equals(other.person())
                && one.since().equals(other.since())
                && one.formToken().equals(other.formToken())
                && one.idle().equals(other.idle());
    }
}
