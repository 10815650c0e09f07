package org.comity.node.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.comity.node.frame.FormErrors;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.PersonId;
import org.comity.node.identity.SigningIn;
import org.comity.node.identity.SigningIn.First;
import org.comity.node.time.WallClock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in: the password on one page, the code on the next. */
@Controller
@RequestMapping("/sign-in")
class SignInPages {

    private static final String HALFWAY = Halfway.class.getName();
    private static final Duration FIRST_HOLDS = Duration.ofMinutes(5);

    /** Who gave a right password, or came from the house's provider. It opens nothing but the page that asks for the code. */
    private record Halfway(PersonId person, First first, Instant since) implements Serializable {}

    /** Who proved the first factor is asked for the second on the next page. */
    static void halfway(HttpServletRequest request, PersonId person, First first, Instant now) {
        request.getSession().setAttribute(HALFWAY, new Halfway(person, first, now));
        request.changeSessionId();
    }

    private final SigningIn signingIn;
    private final Sessions sessions;
    private final CurrentPerson current;
    private final HouseProvider provider;
    private final MessageSource words;
    private final Clock clock;

    SignInPages(
            SigningIn signingIn,
            Sessions sessions,
            CurrentPerson current,
            HouseProvider provider,
            MessageSource words,
            @WallClock Clock clock) {
        this.signingIn = signingIn;
        this.sessions = sessions;
        this.current = current;
        this.provider = provider;
        this.words = words;
        this.clock = clock;
    }

    /** What the button to the house's provider says, or null without one. */
    @ModelAttribute("provider")
    @Nullable
    String provider() {
        return provider.button().orElse(null);
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
                halfway(request, person.id(), First.PASSWORD, clock.instant());
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
        Optional<Halfway> halfway = halfway(request.getSession());
        if (halfway.isEmpty()) {
            return "redirect:/sign-in?late";
        }
        var errors = new FormErrors();
        switch (signingIn.withCode(halfway.get().person(), halfway.get().first(), code)) {
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

    private Optional<Halfway> halfway(HttpSession session) {
        return session.getAttribute(HALFWAY) instanceof Halfway way
                        && way.since().plus(FIRST_HOLDS).isAfter(clock.instant())
                ? Optional.of(way)
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
