package org.comity.node.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.comity.node.frame.FormErrors;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.PersonId;
import org.comity.node.identity.SigningIn;
import org.comity.node.time.WallClock;
import org.springframework.context.MessageSource;
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

    private static final String HALFWAY = Halfway.class.getName();
    private static final Duration PASSWORD_HOLDS = Duration.ofMinutes(5);

    /** Who gave a right password. It opens nothing but the page that asks for the code. */
    private record Halfway(PersonId person, Instant since) {}

    private final SigningIn signingIn;
    private final Sessions sessions;
    private final CurrentPerson current;
    private final MessageSource words;
    private final Clock clock;

    SignInPages(
            SigningIn signingIn,
            Sessions sessions,
            CurrentPerson current,
            MessageSource words,
            @WallClock Clock clock) {
        this.signingIn = signingIn;
        this.sessions = sessions;
        this.current = current;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String askPassword(Model model) {
        if (current.find().isPresent()) {
            return "redirect:/board";
        }
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
        var errors = new FormErrors();
        switch (signingIn.withPassword(name, password)) {
            case SigningIn.Outcome.Right(var person) -> {
                request.getSession().setAttribute(HALFWAY, new Halfway(person.id(), clock.instant()));
                request.changeSessionId();
                return "redirect:/sign-in/code";
            }
            case SigningIn.Outcome.Wrong() -> errors.add("name", say("identity.wrong-password", locale));
            case SigningIn.Outcome.Locked(var until) -> errors.add("name", locked(until, locale));
        }
        model.addAttribute("errors", errors);
        model.addAttribute("name", name);
        return "identity/sign-in";
    }

    @GetMapping("/code")
    String askCode(HttpSession session, Model model) {
        if (halfway(session).isEmpty()) {
            return "redirect:/sign-in?late";
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
        Optional<PersonId> halfway = halfway(request.getSession());
        if (halfway.isEmpty()) {
            return "redirect:/sign-in?late";
        }
        var errors = new FormErrors();
        switch (signingIn.withCode(halfway.get(), code)) {
            case SigningIn.Outcome.Right(var person) -> {
                request.getSession().removeAttribute(HALFWAY);
                return "redirect:" + sessions.begin(person, request, response);
            }
            case SigningIn.Outcome.Wrong() -> errors.add("code", say("identity.wrong-code", locale));
            case SigningIn.Outcome.Locked(var until) -> errors.add("code", locked(until, locale));
        }
        model.addAttribute("errors", errors);
        return "identity/code";
    }

    private Optional<PersonId> halfway(HttpSession session) {
        return session.getAttribute(HALFWAY) instanceof Halfway(var person, var since)
                        && since.plus(PASSWORD_HOLDS).isAfter(clock.instant())
                ? Optional.of(person)
                : Optional.empty();
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
