package org.comity.node.identity.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.NavigationEntry;
import org.comity.node.identity.ApiArea;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Enrolment;
import org.comity.node.identity.HoldingTokens;
import org.comity.node.identity.KeepingMachines;
import org.comity.node.identity.People;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.comity.node.identity.Role;
import org.comity.node.identity.Scope;
import org.comity.node.identity.Token;
import org.comity.node.time.WallClock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tokens for programs: a person's own, and those of the machines that an administrator keeps. */
@Controller
class TokenPages {

    private static final String OWN = "/account/tokens";
    private static final List<Integer> DAYS = List.of(7, 30, 90, 366);

    /** As the page reads it. @param standing valid, over or revoked */
    record Shown(
            UUID id, String name, String begins, List<String> scopes, String expires, String used, String standing) {}

    /** What a person wants a token for. */
    record Form(String name, List<String> scopes, String days) {

        static final Form EMPTY = new Form("", List.of(), "90");

        Form(@Nullable String name, @Nullable List<String> scopes, @Nullable String days) {
            this.name = name == null ? "" : name;
            this.scopes = scopes == null ? List.of() : List.copyOf(scopes);
            this.days = days == null ? "" : days;
        }

        int daysAsNumber() {
            return days.matches("\\d{1,4}") ? Integer.parseInt(days) : 0;
        }
    }

    /** A new machine. */
    record MachineForm(String name, List<String> roles) {

        MachineForm(@Nullable String name, @Nullable List<String> roles) {
            this.name = name == null ? "" : name;
            this.roles = roles == null ? List.of() : List.copyOf(roles);
        }
    }

    private final HoldingTokens tokens;
    private final KeepingMachines machines;
    private final Enrolment enrolment;
    private final People people;
    private final CurrentPerson current;
    private final MessageSource words;
    private final Clock clock;

    TokenPages(
            HoldingTokens tokens,
            KeepingMachines machines,
            Enrolment enrolment,
            People people,
            CurrentPerson current,
            MessageSource words,
            @WallClock Clock clock) {
        this.tokens = tokens;
        this.machines = machines;
        this.enrolment = enrolment;
        this.people = people;
        this.current = current;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping(OWN)
    String own(Model model, Locale locale) {
        return page(current.require(), OWN, Form.EMPTY, new FormErrors(), model, locale);
    }

    @PostMapping(OWN)
    String makeOwn(@ModelAttribute Form form, Model model, Locale locale, RedirectAttributes next) {
        return make(current.require(), OWN, form, model, locale, next);
    }

    @PostMapping(OWN + "/{id}/revoke")
    String revokeOwn(@PathVariable UUID id, RedirectAttributes next) {
        return revoke(id, OWN, next);
    }

    @GetMapping("/machines")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    String machines(Model model, Locale locale) {
        return machinesPage(new MachineForm("", List.of()), new FormErrors(), model, locale);
    }

    @PostMapping("/machines")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    String addMachine(@ModelAttribute MachineForm form, Model model, Locale locale) {
        try {
            var roles = Role.named(form.roles());
            return "redirect:/machines/"
                    + machines.add(current.require(), form.name(), roles).id();
        } catch (Enrolment.Refused refused) {
            return machinesPage(form, said(refused, locale), model, locale);
        }
    }

    @GetMapping("/machines/{id}")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    String machine(@PathVariable UUID id, Model model, Locale locale) {
        return page(machine(id), "/machines/" + id, Form.EMPTY, new FormErrors(), model, locale);
    }

    @PostMapping("/machines/{id}")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    String makeForMachine(
            @PathVariable UUID id, @ModelAttribute Form form, Model model, Locale locale, RedirectAttributes next) {
        return make(machine(id), "/machines/" + id, form, model, locale, next);
    }

    @PostMapping("/machines/{machine}/{id}/revoke")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    String revokeOfMachine(@PathVariable UUID machine, @PathVariable UUID id, RedirectAttributes next) {
        return revoke(id, "/machines/" + machine, next);
    }

    @PostMapping("/machines/{id}/remove")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    String removeMachine(@PathVariable UUID id, RedirectAttributes next) {
        var machine = machine(id);
        enrolment.disable(current.require(), machine.id());
        next.addFlashAttribute("removed", machine.name());
        return "redirect:/machines";
    }

    private String make(Person holder, String path, Form form, Model model, Locale locale, RedirectAttributes next) {
        try {
            var scopes = HoldingTokens.read(form.scopes());
            var made = tokens.make(current.require(), holder.id(), form.name(), scopes, form.daysAsNumber());
            // shown once: it stands in the flash, not in an address or a log
            next.addFlashAttribute("secret", made.secret());
            next.addFlashAttribute("secretFor", made.token().name());
            return "redirect:" + path;
        } catch (Enrolment.Refused refused) {
            return page(holder, path, form, said(refused, locale), model, locale);
        }
    }

    private String revoke(UUID id, String path, RedirectAttributes next) {
        try {
            tokens.revoke(current.require(), id);
        } catch (Enrolment.Refused notTheirs) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, notTheirs);
        }
        next.addFlashAttribute("revoked", true);
        return "redirect:" + path;
    }

    private String page(Person holder, String path, Form form, FormErrors errors, Model model, Locale locale) {
        model.addAttribute("holder", holder);
        model.addAttribute("path", path);
        model.addAttribute(
                "tokens",
                tokens.of(holder.id()).stream()
                        .map(token -> shown(token, locale))
                        .toList());
        model.addAttribute("scopeChoices", scopeChoices(holder, locale));
        model.addAttribute("dayChoices", dayChoices(locale));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "identity/tokens";
    }

    private String machinesPage(MachineForm form, FormErrors errors, Model model, Locale locale) {
        var choices = new LinkedHashMap<String, String>();
        for (Role role : Role.values()) {
            if (role.isForMachines()) {
                choices.put(role.name(), words.getMessage("identity.role." + role.name(), null, locale));
            }
        }
        model.addAttribute("machines", machines.all());
        model.addAttribute("roleChoices", choices);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "identity/machines";
    }

    private Person machine(UUID id) {
        return people.find(new PersonId(id))
                .filter(Person::machine)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Map<String, String> scopeChoices(Person holder, Locale locale) {
        var choices = new LinkedHashMap<String, String>();
        for (Scope scope : tokens.offered(holder)) {
            var area = tokens.areas().stream()
                    .filter(it -> it.name().equals(scope.area()))
                    .map(ApiArea::label)
                    .findFirst()
                    .map(label -> words.getMessage(label, null, locale))
                    .orElse(scope.area());
            var verb = words.getMessage("identity.verb." + scope.verb(), null, locale);
            choices.put(scope.toString(), words.getMessage("identity.scope", new Object[] {area, verb}, locale));
        }
        return choices;
    }

    private Map<String, String> dayChoices(Locale locale) {
        var choices = new LinkedHashMap<String, String>();
        DAYS.forEach(days ->
                choices.put(days.toString(), words.getMessage("identity.token-days", new Object[] {days}, locale)));
        return choices;
    }

    private Shown shown(Token token, Locale locale) {
        return new Shown(
                token.id(),
                token.name(),
                token.begins(),
                token.scopesAsText(),
                day(token.expiresAt(), locale),
                token.usedAt().map(at -> day(at, locale)).orElse(""),
                token.revokedAt().isPresent() ? "revoked" : token.isValidAt(clock.instant()) ? "valid" : "over");
    }

    private static String day(Instant at, Locale locale) {
        return DateTimeFormatter.ofPattern("d MMM uuuu", locale)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    private FormErrors said(Enrolment.Refused refused, Locale locale) {
        return new FormErrors().add(refused.field(), words.getMessage(refused.said(), locale));
    }

    /** Where an administrator finds the machines. */
    @Configuration(proxyBeanMethods = false)
    static class Place {
        @Bean
        static NavigationEntry machinesEntry() {
            return NavigationEntry.of(91, "identity.machines", "/machines")
                    .onlyFor("ADMINISTRATOR")
                    .asMinor();
        }
    }
}
