package org.comity.node.identity.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.comity.node.identity.KeptSessions;
import org.comity.node.identity.Person;
import org.comity.node.identity.SignInSettings;
import org.comity.node.identity.SignedIn;
import org.comity.node.settings.ComitySettings;
import org.comity.node.time.WallClock;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/** Begins a person's session once both factors are proved, and decides on its cookie. */
@Component
class Sessions implements ServletContextInitializer {

    private static final String FIRST_PAGE = "/board";

    private final SecurityContextRepository contexts;
    private final CsrfTokenRepository formTokens;
    private final SignInSettings settings;
    private final KeptSessions kept;
    private final ComitySettings node;
    private final Clock clock;
    private final HttpSessionRequestCache wanted = new HttpSessionRequestCache();

    Sessions(
            SecurityContextRepository contexts,
            CsrfTokenRepository formTokens,
            SignInSettings settings,
            KeptSessions kept,
            ComitySettings node,
            @WallClock Clock clock) {
        this.contexts = contexts;
        this.formTokens = formTokens;
        this.settings = settings;
        this.kept = kept;
        this.node = node;
        this.clock = clock;
    }

    /** @return the page that the person wanted before the door stood in the way, or the first one */
    String begin(Person person, HttpServletRequest request, HttpServletResponse response) {
        SavedRequest page = wanted.getRequest(request, response);
        var session = request.getSession();
        kept.forget(session.getId());
        request.changeSessionId();
        formTokens.saveToken(null, request, response);
        session.setMaxInactiveInterval((int) settings.idleFor(person).toSeconds());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedIn(person, clock.instant()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        return page == null || !HttpMethod.GET.matches(page.getMethod()) ? FIRST_PAGE : page.getRedirectUrl();
    }

    /** Cookies know hosts, not ports: a name of its own lets one browser visit two nodes of one machine. */
    @Override
    public void onStartup(ServletContext context) {
        var cookie = context.getSessionCookieConfig();
        boolean secure = "https".equals(node.publicUrl().getScheme());
        cookie.setName(secure ? "__Host-comity" : "comity-" + node.publicUrl().getPort());
        cookie.setPath("/");
        cookie.setSecure(secure);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
    }
}
