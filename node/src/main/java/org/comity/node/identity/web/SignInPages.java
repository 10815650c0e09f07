package org.comity.node.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.comity.node.frame.FormErrors;
import org.comity.node.identity.PersonId;
import org.comity.node.identity.SignedIn;
import org.comity.node.identity.SigningIn;
import org.comity.node.time.WallClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in: the password on one page, the code on the next. */
@Controller
@RequestMapping("/sign-in")
class SignInPages {

    private static final String HALFWAY = SignInPages.class.getName() + ".halfway";

    private final SigningIn signingIn;
    private final SecurityContextRepository contexts;
    private final MessageSource words;
    private final Clock clock;
    private final Duration idle;
    private final HttpSessionRequestCache wanted = new HttpSessionRequestCache();

    SignInPages(
            SigningIn signingIn,
            SecurityContextRepository contexts,
            MessageSource words,
            @WallClock Clock clock,
            @Value("${comity.sign-out-after:PT12H}") Duration idle) {
        this.signingIn = signingIn;
        this.contexts = contexts;
        this.words = words;
        this.clock = clock;
        this.idle = idle;
    }

    @GetMapping
    String askPassword(Model model) {
        model.addAttribute("errors", new FormErrors());
        return "identity/sign-in";
    }

    @PostMapping
    String password(
            @RequestParam String name,
            @RequestParam String password,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        return switch (signingIn.withPassword(name, password)) {
            case SigningIn.Outcome.Right(var person) -> {
                request.getSession();
                request.changeSessionId();
                request.getSession().setAttribute(HALFWAY, person.id());
                yield "redirect:/sign-in/code";
            }
            case SigningIn.Outcome.Wrong() -> {
                model.addAttribute("errors", new FormErrors().add("name", say("identity.wrong-password", locale)));
                model.addAttribute("name", name);
                yield "identity/sign-in";
            }
            case SigningIn.Outcome.Locked(var until) -> {
                model.addAttribute("errors", new FormErrors().add("name", locked(until, locale)));
                model.addAttribute("name", name);
                yield "identity/sign-in";
            }
        };
    }

    @GetMapping("/code")
    String askCode(HttpSession session, Model model) {
        if (session.getAttribute(HALFWAY) == null) {
            return "redirect:/sign-in";
        }
        model.addAttribute("errors", new FormErrors());
        return "identity/code";
    }

    @PostMapping("/code")
    String code(
            @RequestParam String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        HttpSession session = request.getSession();
        if (!(session.getAttribute(HALFWAY) instanceof PersonId id)) {
            return "redirect:/sign-in";
        }
        return switch (signingIn.withCode(id, code)) {
            case SigningIn.Outcome.Right(var person) -> {
                session.removeAttribute(HALFWAY);
                session.setMaxInactiveInterval((int) idle.toSeconds());
                request.changeSessionId();
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(new SignedIn(person));
                SecurityContextHolder.setContext(context);
                contexts.saveContext(context, request, response);
                var page = wanted.getRequest(request, response);
                yield "redirect:"
                        + (page == null || !page.getMethod().equals("GET") ? "/board" : page.getRedirectUrl());
            }
            case SigningIn.Outcome.Wrong() -> {
                model.addAttribute("errors", new FormErrors().add("code", say("identity.wrong-code", locale)));
                yield "identity/code";
            }
            case SigningIn.Outcome.Locked(var until) -> {
                model.addAttribute("errors", new FormErrors().add("code", locked(until, locale)));
                yield "identity/code";
            }
        };
    }

    private String locked(Instant until, Locale locale) {
        long minutes = Math.max(
                1, Duration.between(clock.instant(), until).plusSeconds(59).toMinutes());
        return words.getMessage("identity.locked", new Object[] {minutes}, locale);
    }

    private String say(String key, Locale locale) {
        return words.getMessage(key, null, locale);
    }
}
